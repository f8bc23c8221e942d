/** Starts the console and keeps what it shows in step with the fragment. */
import { render } from 'lit/html.js';
import { spokenOf } from '../messages/speech.ts';
import { speakConsole } from '../messages/console.ts';
import { Shell } from './shell.ts';

const language = spokenOf(navigator.languages);
const words = await speakConsole(language);
document.documentElement.lang = language;
document.documentElement.dir = words.direction;

const root = document.getElementById('console') as HTMLElement;
const announcer = document.getElementById('announcer') as HTMLElement;
const shell = new Shell({
  words,
  language,
  draw: (content) => render(content, root),
  // Said anew also when it is the same as before.
  announce: (text) => {
    announcer.textContent = '';
    requestAnimationFrame(() => (announcer.textContent = text));
  },
});
addEventListener('hashchange', () => void shell.arrive());
await shell.start();
