/** The words about people in Spanish. */
import type { PeopleWords } from '../people.ts';

export const people: PeopleWords = {
  forgotten: '¿Ha olvidado la contraseña?',
  newPasswordTitle: 'Elegir una contraseña nueva',
  forgottenText:
    'Escriba la dirección de correo de su cuenta. Recibirá un enlace para elegir otra contraseña.',
  sendLink: 'Enviar el enlace',
  linkSent:
    'Si hay una cuenta con esta dirección, el enlace está en camino. Sirve una sola vez, durante una hora.',
  setPassword: 'Guardar la contraseña',

  confirmTitle: 'Confirmar su dirección de correo',
  confirmFirst: 'Inicie sesión para confirmar su dirección de correo.',
  confirmed: 'Su dirección de correo está confirmada.',
  toConfirm: (email) =>
    `Abra el enlace que hemos enviado a ${email}. Hasta entonces no puede vender ni mostrar productos ni añadir llaves de acceso.`,
  resend: 'Enviar el enlace de nuevo',
  resent: 'El enlace está en camino.',
  changeEmail: 'Cambiar la dirección de correo',
  newEmail: 'Nueva dirección de correo',
  emailSent: (email) => `Hemos enviado un enlace a ${email}. La dirección cambia cuando lo abra.`,
  emailChanged: 'La dirección de correo ha cambiado.',

  emails: 'Correos',
  wantStatements: 'Avisarme cuando esté listo el extracto de un mes',
  saved: 'Guardado.',

  passkeys: 'Llaves de acceso',
  passkeysText:
    'Entre con la huella, la cara o el PIN de su dispositivo. Su contraseña sigue sirviendo.',
  noPasskeys: 'Todavía no tiene llaves de acceso.',
  addPasskey: 'Añadir una llave de acceso',
  passkeyName: 'Nombre de la llave de acceso',
  passkeyNameHint: 'Por ejemplo, Portátil o Teléfono.',
  passkeyAdded: 'La llave de acceso se ha añadido.',
  passkeyRemoved: 'La llave de acceso se ha quitado.',
  passkeyFailed: 'No ha funcionado. Inténtelo otra vez o use su contraseña.',
  signInByPasskey: 'Entrar con una llave de acceso',
  created: 'Añadida',
  used: 'Último uso',
  never: 'Nunca',
  remove: 'Quitar',
  removeOf: (name) => `Quitar ${name}`,

  team: 'Equipo',
  teamText:
    'Quién trabaja aquí para usted y con qué permisos. Quien se va conserva las claves que haya copiado: revóquelas también.',
  person: 'Persona',
  right: 'Permiso',
  since: 'Desde',
  rights: { read: 'Ver', orders: 'Pedidos', manage: 'Gestionar', owner: 'Propietario' },
  rightTexts: {
    read: 'Lo ve todo, no cambia nada.',
    orders: 'Lo ve todo y hace el trabajo diario: pedidos, envíos, respuestas a opiniones.',
    manage: 'Todo eso, y productos, precios, condiciones, sitios y aprobaciones.',
    owner: 'Todo, también el equipo, las claves y las tarifas.',
  },
  rightOf: (name) => `Permiso de ${name}`,
  you: 'usted',
  leave: 'Salir',
  rightChanged: (name) => `El permiso de ${name} ha cambiado.`,
  removed: (name) => `${name} ya no está en el equipo.`,
  invite: 'Invitar',
  inviteTitle: 'Invitar a alguien',
  invited: (email) => `${email} ha recibido una invitación por correo.`,
  inviteLink: (email) =>
    `Este servidor no envía correos. Dé este enlace a ${email}; solo se muestra ahora.`,
  link: 'Enlace',
  copy: 'Copiar',
  copied: 'Copiado.',
  invitations: 'Invitaciones abiertas',
  until: 'Hasta',
  revoke: 'Retirar',
  revokeOf: (email) => `Retirar la invitación de ${email}`,
  revoked: 'La invitación se ha retirado.',
  onlyLook: 'Aquí puede verlo todo, sin cambiar nada.',
  onlyOrders: 'Aquí puede hacer el trabajo diario. Otros cambios exigen más permisos.',

  invitation: 'Tiene una invitación',
  invitedBy: (person, member) => `${person} le invita a trabajar para ${member}.`,
  invitedTo: (member) => `Tiene una invitación para trabajar para ${member}.`,
  accept: 'Aceptar',
  forOther: (email) =>
    `Esta invitación es para ${email}. Cierre la sesión y entre con esa dirección.`,
  signInFirst: 'Inicie sesión para aceptarla.',
  signUpFirst: 'Cree su cuenta para aceptarla.',

  failures: {
    'token not_found': 'Este enlace ya se ha usado, se ha retirado o es demasiado antiguo.',
    'invitation not_found': 'Este enlace ya se ha usado, se ha retirado o es demasiado antiguo.',
    'token unauthorized': 'Este enlace es para otra cuenta.',
    'right unauthorized': 'Su permiso no basta para esto. Pregunte a un propietario del equipo.',
    'right invalid_transition': 'El equipo necesita un propietario. Nombre antes a otra persona.',
    'email unauthorized': 'La invitación es para otra dirección.',
    'email too_large': 'Hay demasiadas invitaciones abiertas. Retire antes alguna.',
    'email_confirmed invalid_transition': 'Confirme antes su dirección de correo.',
    'client_data not_found': 'Ha tardado demasiado. Inténtelo otra vez.',
    'client_data unauthorized': 'No ha funcionado. Inténtelo otra vez o use su contraseña.',
    'signature unauthorized': 'No ha funcionado. Inténtelo otra vez o use su contraseña.',
    'attestation_object unauthorized':
      'Las llaves de acceso de este dispositivo no se pueden usar aquí.',
    'attestation_object invalid_transition': 'Esta llave de acceso ya existe.',
    'credential_id unauthorized': 'Esta llave de acceso ya no se conoce aquí.',
    'passkeys too_large': 'Tiene demasiadas llaves de acceso. Quite antes una.',
    'vitrine-member unauthorized': 'Ya no trabaja para esta tienda.',
  },
};
