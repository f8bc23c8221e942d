/** The words about people in German. */
import type { PeopleWords } from '../people.ts';

export const people: PeopleWords = {
  forgotten: 'Passwort vergessen?',
  newPasswordTitle: 'Neues Passwort setzen',
  forgottenText:
    'Geben Sie die E-Mail-Adresse Ihres Kontos ein. Sie bekommen einen Link zu einem neuen Passwort.',
  sendLink: 'Link senden',
  linkSent:
    'Wenn es ein Konto mit dieser Adresse gibt, ist der Link unterwegs. Er gilt einmal, eine Stunde lang.',
  setPassword: 'Passwort setzen',

  confirmTitle: 'E-Mail-Adresse bestätigen',
  confirmFirst: 'Melden Sie sich an, um Ihre E-Mail-Adresse zu bestätigen.',
  confirmed: 'Ihre E-Mail-Adresse ist bestätigt.',
  toConfirm: (email) =>
    `Öffnen Sie den Link, den wir an ${email} gesandt haben. Bis dahin können Sie weder verkaufen noch Waren zeigen noch Passkeys hinzufügen.`,
  resend: 'Link noch einmal senden',
  resent: 'Der Link ist unterwegs.',
  changeEmail: 'E-Mail-Adresse ändern',
  newEmail: 'Neue E-Mail-Adresse',
  emailSent: (email) =>
    `Wir haben einen Link an ${email} gesandt. Wenn Sie ihn öffnen, ändert sich die Adresse.`,
  emailChanged: 'Die E-Mail-Adresse ist geändert.',

  emails: 'E-Mails',
  wantMails: {
    statements: 'Mir sagen, wenn die Abrechnung eines Monats bereitliegt',
    prices: 'Sagen Sie mir, wenn Verkäufer Preise verschoben haben, die ich gesetzt habe',
  },
  stopText: 'Möchten Sie keine E-Mails mehr wie die, in der dieser Link stand?',
  stop: 'Diese E-Mails abstellen',
  stopped:
    'Sie bekommen diese E-Mails nicht mehr. Auf der Seite „Ihr Konto“ können Sie sie wieder anstellen.',
  stopFailed:
    'Dieser Link ist nicht vollständig. Stellen Sie die E-Mails auf der Seite „Ihr Konto“ ab.',
  saved: 'Gespeichert.',

  passkeys: 'Passkeys',
  passkeysText:
    'Melden Sie sich mit Fingerabdruck, Gesicht oder PIN Ihres Geräts an. Ihr Passwort gilt weiter.',
  noPasskeys: 'Sie haben noch keine Passkeys.',
  addPasskey: 'Passkey hinzufügen',
  passkeyName: 'Name des Passkeys',
  passkeyNameHint: 'Etwa Laptop oder Telefon.',
  passkeyAdded: 'Der Passkey ist hinzugefügt.',
  passkeyRemoved: 'Der Passkey ist entfernt.',
  passkeyFailed: 'Das ging nicht. Versuchen Sie es noch einmal, oder nehmen Sie Ihr Passwort.',
  signInByPasskey: 'Mit Passkey anmelden',
  created: 'Hinzugefügt',
  used: 'Zuletzt benutzt',
  never: 'Nie',
  remove: 'Entfernen',
  removeOf: (name) => `${name} entfernen`,

  team: 'Team',
  teamText:
    'Wer hier für Sie arbeitet, und mit welchen Rechten. Wer geht, behält Schlüssel, die er kopiert hat: beenden Sie auch diese.',
  person: 'Person',
  right: 'Recht',
  since: 'Seit',
  rights: { read: 'Ansehen', orders: 'Bestellungen', manage: 'Verwalten', owner: 'Inhaber' },
  rightTexts: {
    read: 'Sieht alles, ändert nichts.',
    orders:
      'Sieht alles und tut die tägliche Arbeit: Bestellungen, Zustellungen, Antworten auf Bewertungen.',
    manage: 'All das, und Waren, Preise, Konditionen, Websites und Freigaben.',
    owner: 'Alles, auch Team, Schlüssel und Gebühren.',
  },
  rightOf: (name) => `Recht von ${name}`,
  you: 'Sie',
  leave: 'Verlassen',
  rightChanged: (name) => `Das Recht von ${name} ist geändert.`,
  removed: (name) => `${name} ist nicht mehr im Team.`,
  invite: 'Einladen',
  inviteTitle: 'Jemanden einladen',
  invited: (email) => `${email} ist per E-Mail eingeladen.`,
  inviteLink: (email) =>
    `Dieser Server sendet keine E-Mails. Geben Sie ${email} diesen Link; er wird nur jetzt gezeigt.`,
  link: 'Link',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  invitations: 'Offene Einladungen',
  until: 'Bis',
  revoke: 'Zurücknehmen',
  revokeOf: (email) => `Einladung von ${email} zurücknehmen`,
  revoked: 'Die Einladung ist zurückgenommen.',
  onlyLook: 'Sie können hier alles ansehen und nichts ändern.',
  onlyOrders: 'Sie können hier die tägliche Arbeit tun. Anderes ändert, wer mehr Rechte hat.',

  invitation: 'Sie sind eingeladen',
  invitedBy: (person, member) => `${person} lädt Sie ein, für ${member} zu arbeiten.`,
  invitedTo: (member) => `Sie sind eingeladen, für ${member} zu arbeiten.`,
  accept: 'Annehmen',
  forOther: (email) =>
    `Diese Einladung ist für ${email}. Melden Sie sich ab und mit dieser Adresse an.`,
  signInFirst: 'Melden Sie sich an, um sie anzunehmen.',
  signUpFirst: 'Legen Sie Ihr Konto an, um sie anzunehmen.',

  failures: {
    'token not_found': 'Dieser Link ist schon benutzt, zurückgenommen oder zu alt.',
    'invitation not_found': 'Dieser Link ist schon benutzt, zurückgenommen oder zu alt.',
    'token unauthorized': 'Dieser Link ist für ein anderes Konto.',
    'right unauthorized': 'Ihr Recht reicht dafür nicht. Fragen Sie einen Inhaber im Team.',
    'right invalid_transition':
      'Das Team braucht einen Inhaber. Machen Sie erst jemand anderen dazu.',
    'email unauthorized': 'Die Einladung ist für eine andere Adresse.',
    'email too_large': 'Es gibt zu viele offene Einladungen. Nehmen Sie erst welche zurück.',
    'email_confirmed invalid_transition': 'Bestätigen Sie erst Ihre E-Mail-Adresse.',
    'client_data not_found': 'Das hat zu lange gedauert. Versuchen Sie es noch einmal.',
    'client_data unauthorized':
      'Das ging nicht. Versuchen Sie es noch einmal, oder nehmen Sie Ihr Passwort.',
    'signature unauthorized':
      'Das ging nicht. Versuchen Sie es noch einmal, oder nehmen Sie Ihr Passwort.',
    'attestation_object unauthorized': 'Passkeys dieses Geräts lassen sich hier nicht verwenden.',
    'attestation_object invalid_transition': 'Diesen Passkey gibt es schon.',
    'credential_id unauthorized': 'Dieser Passkey ist hier nicht mehr bekannt.',
    'passkeys too_large': 'Sie haben zu viele Passkeys. Entfernen Sie erst einen.',
    'vitrine-member unauthorized': 'Sie arbeiten nicht mehr für diesen Laden.',
  },
};
