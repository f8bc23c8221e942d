/** The words about people in English: how they come in, what secures their account, who is in a team. */
import type { MailTopic, Right } from '../contract.ts';

export type PeopleWords = typeof english;

export const english = {
  forgotten: 'Forgotten your password?',
  newPasswordTitle: 'Set a new password',
  forgottenText: 'Enter the e-mail address of your account. You get a link to a new password.',
  sendLink: 'Send the link',
  linkSent:
    'If there is an account with this address, the link is on its way. It opens once, within an hour.',
  setPassword: 'Set the password',

  confirmTitle: 'Confirm your e-mail address',
  confirmFirst: 'Sign in to confirm your e-mail address.',
  confirmed: 'Your e-mail address is confirmed.',
  toConfirm: (email: string): string =>
    `Open the link that we have sent to ${email}. Until then you cannot begin to sell or to show products, nor add passkeys.`,
  resend: 'Send the link again',
  resent: 'The link is on its way.',
  changeEmail: 'Change the e-mail address',
  newEmail: 'New e-mail address',
  emailSent: (email: string): string =>
    `We have sent a link to ${email}. The address changes when you open it.`,
  emailChanged: 'The e-mail address is changed.',

  emails: 'E-mails',
  wantMails: {
    statements: 'Tell me when the statement of a month is ready',
    prices: 'Tell me when sellers have moved prices that I set',
  } satisfies Record<MailTopic, string>,
  stopText: 'Do you want no more e-mails like the one that this link stood in?',
  stop: 'Stop these e-mails',
  stopped: 'You get these e-mails no more. On the page Your account you can turn them on again.',
  stopFailed: 'This link is not whole. Turn the e-mails off on the page Your account.',
  saved: 'Saved.',

  passkeys: 'Passkeys',
  passkeysText:
    'Sign in with the fingerprint, the face or the PIN of your device. Your password goes on working.',
  noPasskeys: 'You have no passkeys yet.',
  addPasskey: 'Add a passkey',
  passkeyName: 'Name of the passkey',
  passkeyNameHint: 'Like Laptop or Phone.',
  passkeyAdded: 'The passkey is added.',
  passkeyRemoved: 'The passkey is removed.',
  passkeyFailed: 'That did not work. Try again, or use your password.',
  signInByPasskey: 'Sign in with a passkey',
  created: 'Added',
  used: 'Last used',
  never: 'Never',
  remove: 'Remove',
  removeOf: (name: string): string => `Remove ${name}`,

  team: 'Team',
  teamText:
    'Who works for you here, and what they may do. Who leaves keeps the keys that they have copied: revoke those too.',
  person: 'Person',
  right: 'Right',
  since: 'Since',
  rights: {
    read: 'Look',
    orders: 'Orders',
    manage: 'Manage',
    owner: 'Owner',
  } satisfies Record<Right, string>,
  rightTexts: {
    read: 'Sees everything, changes nothing.',
    orders: 'Sees everything and does the day’s work: orders, deliveries, answers to reviews.',
    manage: 'All that, and goods, prices, terms, sites and approvals.',
    owner: 'Everything, also the team, keys and fees.',
  } satisfies Record<Right, string>,
  rightOf: (name: string): string => `Right of ${name}`,
  you: 'you',
  leave: 'Leave',
  rightChanged: (name: string): string => `The right of ${name} is changed.`,
  removed: (name: string): string => `${name} is not in the team any more.`,
  invite: 'Invite',
  inviteTitle: 'Invite somebody',
  invited: (email: string): string => `${email} is invited by e-mail.`,
  inviteLink: (email: string): string =>
    `This server sends no e-mails. Give ${email} this link; it is shown only now.`,
  link: 'Link',
  copy: 'Copy',
  copied: 'Copied.',
  invitations: 'Open invitations',
  until: 'Until',
  revoke: 'Take back',
  revokeOf: (email: string): string => `Take back the invitation of ${email}`,
  revoked: 'The invitation is taken back.',
  onlyLook: 'You may look at everything here, and change nothing.',
  onlyOrders: 'You may do the day’s work here. Other changes are for those with more rights.',

  invitation: 'You are invited',
  invitedBy: (person: string, member: string): string =>
    `${person} invites you to work for ${member}.`,
  invitedTo: (member: string): string => `You are invited to work for ${member}.`,
  accept: 'Accept',
  forOther: (email: string): string =>
    `This invitation is for ${email}. Sign out, and in with that address.`,
  signInFirst: 'Sign in to accept it.',
  signUpFirst: 'Create your account to accept it.',

  failures: {
    'token not_found': 'This link was used already, was taken back, or is too old.',
    'invitation not_found': 'This link was used already, was taken back, or is too old.',
    'token unauthorized': 'This link is for another account.',
    'right unauthorized': 'Your right is not enough for this. Ask an owner of the team.',
    'right invalid_transition': 'The team needs an owner. Make somebody else one first.',
    'email unauthorized': 'The invitation is for another address.',
    'email too_large': 'There are too many open invitations. Take some back first.',
    'email_confirmed invalid_transition': 'Confirm your e-mail address first.',
    'client_data not_found': 'That took too long. Try again.',
    'client_data unauthorized': 'That did not work. Try again, or use your password.',
    'signature unauthorized': 'That did not work. Try again, or use your password.',
    'attestation_object unauthorized': 'This device’s passkeys cannot be used here.',
    'attestation_object invalid_transition': 'This passkey is there already.',
    'credential_id unauthorized': 'This passkey is not known here any more.',
    'passkeys too_large': 'You have too many passkeys. Remove one first.',
    'vitrine-member unauthorized': 'You do not work for this shop any more.',
  },
};
