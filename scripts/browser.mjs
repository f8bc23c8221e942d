// The browser that the end-to-end tests drive.
import { which } from './command.mjs';

const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser'];

/** The path of a Chromium-like browser: $CHROMIUM, else the first that is installed; undefined if there is none. */
export const findBrowser = () =>
  process.env.CHROMIUM || names.map((name) => which(name)).find((path) => path !== undefined);

/** The path of a Firefox: $FIREFOX, else the one that is installed; undefined if there is none. */
export const findFirefox = () => process.env.FIREFOX || which('firefox-esr') || which('firefox');
