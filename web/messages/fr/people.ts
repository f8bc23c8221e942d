/** The words about people in French. */
import type { PeopleWords } from '../people.ts';

export const people: PeopleWords = {
  forgotten: 'Mot de passe oublié ?',
  newPasswordTitle: 'Choisir un nouveau mot de passe',
  forgottenText:
    'Saisissez l’adresse e-mail de votre compte. Vous recevrez un lien pour choisir un nouveau mot de passe.',
  sendLink: 'Envoyer le lien',
  linkSent:
    'S’il existe un compte avec cette adresse, le lien est en route. Il sert une seule fois, pendant une heure.',
  setPassword: 'Enregistrer le mot de passe',

  confirmTitle: 'Confirmer votre adresse e-mail',
  confirmFirst: 'Connectez-vous pour confirmer votre adresse e-mail.',
  confirmed: 'Votre adresse e-mail est confirmée.',
  toConfirm: (email) =>
    `Ouvrez le lien que nous avons envoyé à ${email}. D’ici là, vous ne pouvez ni vendre, ni montrer de produits, ni ajouter de clés d’accès.`,
  resend: 'Renvoyer le lien',
  resent: 'Le lien est en route.',
  changeEmail: 'Changer l’adresse e-mail',
  newEmail: 'Nouvelle adresse e-mail',
  emailSent: (email) =>
    `Nous avons envoyé un lien à ${email}. L’adresse change quand vous l’ouvrez.`,
  emailChanged: 'L’adresse e-mail est changée.',

  emails: 'E-mails',
  wantMails: {
    statements: 'Me prévenir quand le relevé d’un mois est prêt',
    prices: 'Me dire quand des vendeurs ont déplacé des prix que j’ai fixés',
  },
  stopText: 'Ne plus recevoir d’e-mails comme celui qui contenait ce lien ?',
  stop: 'Arrêter ces e-mails',
  stopped: 'Vous ne recevez plus ces e-mails. Vous pouvez les réactiver sur la page Votre compte.',
  stopFailed: 'Ce lien n’est pas complet. Arrêtez les e-mails sur la page Votre compte.',
  saved: 'Enregistré.',

  passkeys: 'Clés d’accès',
  passkeysText:
    'Connectez-vous par l’empreinte, le visage ou le code de votre appareil. Votre mot de passe reste valable.',
  noPasskeys: 'Vous n’avez pas encore de clé d’accès.',
  addPasskey: 'Ajouter une clé d’accès',
  passkeyName: 'Nom de la clé d’accès',
  passkeyNameHint: 'Par exemple Portable ou Téléphone.',
  passkeyAdded: 'La clé d’accès est ajoutée.',
  passkeyRemoved: 'La clé d’accès est supprimée.',
  passkeyFailed: 'Cela n’a pas marché. Réessayez, ou utilisez votre mot de passe.',
  signInByPasskey: 'Se connecter avec une clé d’accès',
  created: 'Ajoutée',
  used: 'Dernière utilisation',
  never: 'Jamais',
  remove: 'Supprimer',
  removeOf: (name) => `Supprimer ${name}`,

  team: 'Équipe',
  teamText:
    'Qui travaille ici pour vous, et avec quels droits. Qui part garde les clés qu’il a copiées : révoquez-les aussi.',
  person: 'Personne',
  right: 'Droit',
  since: 'Depuis',
  rights: { read: 'Consulter', orders: 'Commandes', manage: 'Gérer', owner: 'Propriétaire' },
  rightTexts: {
    read: 'Voit tout, ne change rien.',
    orders: 'Voit tout et fait le travail quotidien : commandes, envois, réponses aux avis.',
    manage: 'Tout cela, et produits, prix, conditions, sites et approbations.',
    owner: 'Tout, y compris l’équipe, les clés et les frais.',
  },
  rightOf: (name) => `Droit de ${name}`,
  you: 'vous',
  leave: 'Quitter',
  rightChanged: (name) => `Le droit de ${name} est changé.`,
  removed: (name) => `${name} ne fait plus partie de l’équipe.`,
  invite: 'Inviter',
  inviteTitle: 'Inviter quelqu’un',
  invited: (email) => `${email} est invité par e-mail.`,
  inviteLink: (email) =>
    `Ce serveur n’envoie pas d’e-mails. Donnez ce lien à ${email} ; il n’est montré que maintenant.`,
  link: 'Lien',
  copy: 'Copier',
  copied: 'Copié.',
  invitations: 'Invitations en cours',
  until: 'Jusqu’au',
  revoke: 'Annuler',
  revokeOf: (email) => `Annuler l’invitation de ${email}`,
  revoked: 'L’invitation est annulée.',
  onlyLook: 'Vous pouvez tout consulter ici, sans rien changer.',
  onlyOrders:
    'Vous pouvez faire ici le travail quotidien. Les autres changements demandent plus de droits.',

  invitation: 'Vous êtes invité',
  invitedBy: (person, member) => `${person} vous invite à travailler pour ${member}.`,
  invitedTo: (member) => `Vous êtes invité à travailler pour ${member}.`,
  accept: 'Accepter',
  forOther: (email) =>
    `Cette invitation est pour ${email}. Déconnectez-vous, puis connectez-vous avec cette adresse.`,
  signInFirst: 'Connectez-vous pour l’accepter.',
  signUpFirst: 'Créez votre compte pour l’accepter.',

  failures: {
    'token not_found': 'Ce lien a déjà servi, a été annulé ou est trop ancien.',
    'invitation not_found': 'Ce lien a déjà servi, a été annulé ou est trop ancien.',
    'token unauthorized': 'Ce lien est pour un autre compte.',
    'right unauthorized': 'Votre droit n’y suffit pas. Demandez à un propriétaire de l’équipe.',
    'right invalid_transition': 'L’équipe a besoin d’un propriétaire. Nommez-en d’abord un autre.',
    'email unauthorized': 'L’invitation est pour une autre adresse.',
    'email too_large': 'Trop d’invitations sont en cours. Annulez-en d’abord.',
    'email_confirmed invalid_transition': 'Confirmez d’abord votre adresse e-mail.',
    'client_data not_found': 'C’était trop long. Réessayez.',
    'client_data unauthorized': 'Cela n’a pas marché. Réessayez, ou utilisez votre mot de passe.',
    'signature unauthorized': 'Cela n’a pas marché. Réessayez, ou utilisez votre mot de passe.',
    'attestation_object unauthorized':
      'Les clés d’accès de cet appareil ne peuvent pas servir ici.',
    'attestation_object invalid_transition': 'Cette clé d’accès existe déjà.',
    'credential_id unauthorized': 'Cette clé d’accès n’est plus connue ici.',
    'passkeys too_large': 'Vous avez trop de clés d’accès. Supprimez-en d’abord une.',
    'vitrine-member unauthorized': 'Vous ne travaillez plus pour cette boutique.',
  },
};
