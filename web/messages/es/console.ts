/** The console's shell in Spanish. */
import type { ConsoleWords } from '../console.ts';
import type { Speech } from '../speech.ts';
import { errors } from './errors.ts';

export const words = ({ counted }: Speech): ConsoleWords => ({
  direction: 'ltr',
  errors,

  title: 'Vitrine',
  lead: 'Muestre productos de muchos vendedores en sus páginas. O deje que muchas páginas vendan los suyos.',
  signIn: 'Iniciar sesión',
  signUp: 'Crear una cuenta',
  signOut: 'Cerrar sesión',
  email: 'Correo electrónico',
  password: 'Contraseña',
  passwordHint: 'Al menos 10 caracteres. Una frase se recuerda con facilidad.',
  newPassword: 'Contraseña nueva',
  currentPassword: 'Contraseña actual',
  changePassword: 'Cambiar la contraseña',
  passwordChanged: 'La contraseña se ha cambiado. Las demás sesiones se han cerrado.',
  yourName: 'Su nombre',
  newHere: '¿Primera vez aquí?',
  knownHere: '¿Ya tiene una cuenta?',
  askOperator: 'Las cuentas las crea el operador de este servidor.',

  menu: 'Páginas',
  skip: 'Ir al contenido',
  account: 'Su cuenta',
  loading: 'Cargando …',
  tryAgain: 'Intentar de nuevo',
  waitsForApproval:
    'Puede prepararlo todo. Los sitios mostrarán sus productos en cuanto el operador haya revisado su tienda.',
  nothingHere: 'Aquí no hay nada',
  overview: 'Todas sus tiendas',
  welcome: (name) => `Le damos la bienvenida, ${name}`,
  chooseText: 'Elija para qué está aquí. Puede haber varias cosas.',
  actFor: 'Continuar como',
  scopes: { presenter: 'Presentador', seller: 'Vendedor', operator: 'Operador' },
  present: 'Mostrar productos en mi sitio',
  presentText: 'Elija vendedores, copie una etiqueta en su página y gane una parte de cada venta.',
  sell: 'Vender mis productos',
  sellText:
    'Añada sus productos una vez. Muchos sitios los muestran; cada pedido le llega a usted.',
  create: 'Crear',
  back: 'Atrás',

  siteName: 'Nombre de su sitio',
  siteAddress: 'Direcciones de sus páginas',
  siteAddressHint:
    'Como https://blog.example; varias, separadas por espacios. Solo esas páginas pueden mostrar la tienda.',
  country: 'País',
  currency: 'Moneda',
  currencyHint: 'Tres letras, como EUR.',
  language: 'Idioma',
  businessName: 'Nombre de su negocio',
  contactEmail: 'Correo para clientes',
  delivery: 'Envío de un paquete en su país',
  deliveryHint: 'Lo que paga el cliente. Lo demás se ajusta después.',

  pages: {
    sites: 'Sitios',
    orders: 'Pedidos',
    earnings: 'Ingresos',
    products: 'Productos',
    delivery: 'Entrega',
    endpoint: 'Punto de acceso',
    terms: 'Condiciones',
  },

  search: 'Buscar',
  found: (count) => counted(count, { one: '# entrada', other: '# entradas' }),
  csv: 'Descargar CSV',
  previous: 'Anterior',
  next: 'Siguiente',
  pageOf: (page, last) => `Página ${page} de ${last}`,

  failures: {
    'commission wrong_kind': 'Escriba un porcentaje, como 12,5.',
    'from retroactive': 'Ese día es demasiado pronto.',
    'url invalid_format':
      'No se pueden enviar pedidos a esta URL. Empieza por https:// y lleva a un servidor público.',
    'amount refund_exceeds_charge': 'Es más de lo que queda por devolver.',
    'amount wrong_kind': 'Escriba un importe, como 4,90.',
    'reason missing_field': 'Escriba un motivo.',
    'shipping_profiles not_deliverable':
      'Hay productos que aún usan un perfil que falta aquí. Deles antes otro.',
    'base out_of_range': 'Una tarifa no es menor que cero.',
    'status invalid_transition': 'El pedido ha cambiado entretanto. Cargue la página de nuevo.',
    'email invalid_format': 'Esto no es una dirección de correo.',
    'email invalid_transition': 'Ya hay una cuenta con esta dirección de correo.',
    'email rate_limited': 'Demasiados intentos. Espere uno o dos minutos.',
    'password unauthorized': 'La dirección de correo o la contraseña no es correcta.',
    'password out_of_range': 'Al menos 10 caracteres y como máximo 1000.',
    'new_password out_of_range': 'Al menos 10 caracteres y como máximo 1000.',
    'name missing_field': 'Escriba un nombre.',
    'country invalid_format': 'Elija un país.',
    'currency invalid_format': 'Esto no es una moneda. Se esperan tres letras, como EUR.',
    'allowed_origins invalid_format':
      'Esto no es una dirección de páginas. Empieza por https:// y acaba tras el nombre: https://blog.example',
    'base wrong_kind': 'Escriba un importe, como 4,90.',
    rate_limited: 'Demasiados intentos. Espere un momento.',
    unauthorized: 'Vuelva a iniciar sesión.',
    not_found: 'Esto ya no existe.',
  },
});
