/** The console's shell in French. */
import type { ConsoleWords } from '../console.ts';
import type { Speech } from '../speech.ts';
import { errors } from './errors.ts';

export const words = ({ counted }: Speech): ConsoleWords => ({
  direction: 'ltr',
  errors,

  title: 'Vitrine',
  lead: 'Montrez les produits de nombreux vendeurs sur vos pages. Ou laissez de nombreuses pages vendre les vôtres.',
  signIn: 'Se connecter',
  signUp: 'Créer un compte',
  signOut: 'Se déconnecter',
  email: 'E-mail',
  password: 'Mot de passe',
  passwordHint: 'Au moins 10 caractères. Une phrase se retient facilement.',
  newPassword: 'Nouveau mot de passe',
  currentPassword: 'Mot de passe actuel',
  changePassword: 'Changer le mot de passe',
  passwordChanged: 'Le mot de passe est changé. Toutes les autres sessions sont fermées.',
  yourName: 'Votre nom',
  newHere: 'Nouveau ici ?',
  knownHere: 'Déjà un compte ?',
  askOperator: 'Les comptes sont créés par l’exploitant de ce serveur.',

  menu: 'Pages',
  skip: 'Aller au contenu',
  account: 'Votre compte',
  loading: 'Chargement …',
  tryAgain: 'Réessayer',
  waitsForApproval:
    'Vous pouvez tout préparer. Les sites montreront vos produits dès que l’opérateur aura examiné votre boutique.',
  nothingHere: 'Il n’y a rien ici',
  overview: 'Toutes vos boutiques',
  welcome: (name) => `Bienvenue, ${name}`,
  chooseText: 'Choisissez pourquoi vous êtes ici. Plusieurs choix sont possibles.',
  actFor: 'Continuer en tant que',
  scopes: { presenter: 'Présentateur', seller: 'Vendeur', operator: 'Exploitant' },
  present: 'Montrer des produits sur mon site',
  presentText:
    'Choisissez des vendeurs, copiez une balise dans votre page et gagnez une part de chaque vente.',
  sell: 'Vendre mes produits',
  sellText:
    'Ajoutez vos produits une fois. De nombreux sites les montrent ; chaque commande vous parvient.',
  create: 'Créer',
  back: 'Retour',

  siteName: 'Nom de votre site',
  siteAddress: 'Adresses de ses pages',
  siteAddressHint:
    'Comme https://blog.example ; plusieurs, séparées par des espaces. Seules ces pages peuvent montrer la boutique.',
  country: 'Pays',
  currency: 'Monnaie',
  currencyHint: 'Trois lettres, comme EUR.',
  language: 'Langue',
  businessName: 'Nom de votre entreprise',
  contactEmail: 'E-mail pour les clients',
  delivery: 'Livraison d’un colis dans votre pays',
  deliveryHint: 'Ce que le client paie. Le reste se règle plus tard.',

  pages: {
    sites: 'Sites',
    orders: 'Commandes',
    earnings: 'Revenus',
    products: 'Produits',
    delivery: 'Livraison',
    endpoint: 'Point d’accès',
    terms: 'Conditions',
  },

  search: 'Rechercher',
  found: (count) => counted(count, { one: '# entrée', other: '# entrées' }),
  csv: 'Télécharger en CSV',
  previous: 'Précédent',
  next: 'Suivant',
  pageOf: (page, last) => `Page ${page} sur ${last}`,

  failures: {
    'commission wrong_kind': 'Saisissez un pourcentage, comme 12,5.',
    'from retroactive': 'Ce jour est trop tôt.',
    'url invalid_format':
      'On ne peut pas envoyer de commandes à cette URL. Elle commence par https:// et mène à un serveur public.',
    'amount refund_exceeds_charge': 'C’est plus que ce qu’il reste à rembourser.',
    'amount wrong_kind': 'Saisissez un montant, comme 4,90.',
    'reason missing_field': 'Saisissez un motif.',
    'shipping_profiles not_deliverable':
      'Des produits utilisent encore un profil qui manque ici. Donnez-leur d’abord un autre profil.',
    'base out_of_range': 'Des frais ne sont pas inférieurs à zéro.',
    'status invalid_transition': 'La commande a changé entre-temps. Rechargez la page.',
    'email invalid_format': 'Ce n’est pas une adresse e-mail.',
    'email invalid_transition': 'Il existe déjà un compte avec cette adresse e-mail.',
    'email rate_limited': 'Trop d’essais. Attendez une minute ou deux.',
    'password unauthorized': 'L’adresse e-mail ou le mot de passe est incorrect.',
    'password out_of_range': 'Au moins 10 caractères, au plus 1000.',
    'new_password out_of_range': 'Au moins 10 caractères, au plus 1000.',
    'name missing_field': 'Saisissez un nom.',
    'country invalid_format': 'Choisissez un pays.',
    'currency invalid_format': 'Ce n’est pas une monnaie. Trois lettres sont attendues, comme EUR.',
    'allowed_origins invalid_format':
      'Ce n’est pas une adresse de pages. Elle commence par https:// et finit après le nom : https://blog.example',
    'base wrong_kind': 'Saisissez un montant, comme 4,90.',
    rate_limited: 'Trop d’essais. Attendez un instant.',
    unauthorized: 'Reconnectez-vous.',
    not_found: 'Cela n’existe plus.',
  },
});
