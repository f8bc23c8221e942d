/** The console's shell in French. */
import type { ConsoleWords } from '../console.ts';
import type { Speech } from '../speech.ts';
import { errors } from './errors.ts';
import { people } from './people.ts';

export const words = ({ counted, number }: Speech): ConsoleWords => ({
  direction: 'ltr',
  errors,
  people,

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
  refused: 'L’opérateur ne laisse pas montrer vos articles :',
  askAnew: 'Corrigez-le sur la page Entreprise : en enregistrant, vous demandez à nouveau.',
  waits: 'en attente',
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

  steps: {
    title: 'Prochaines étapes',
    progress: (done, all) => `${number(done)} sur ${number(all)} faites`,
    done: 'Fait',
    optional: 'si vous voulez',
    business: {
      title: 'Dire qui vous êtes',
      text: 'Les clients doivent connaître votre adresse et votre e-mail.',
    },
    delivery: {
      title: 'Fixer le prix de l’envoi',
      text: 'Il y a un prix pour votre pays. Ajoutez des pays, des poids et l’envoi gratuit.',
    },
    goods: {
      title: 'Apporter vos articles',
      text: 'Envoyez une liste, ou saisissez vos prestations.',
    },
    terms: {
      title: 'Dire ce que gagnent les présentateurs',
      text: 'Une part de chaque vente les amène à montrer vos articles.',
    },
    program: {
      title: 'Laisser votre programme recevoir les ventes',
      text: 'Sans lui, elles attendent ici dans votre liste.',
    },
    approval: {
      title: 'L’opérateur examine votre boutique',
      text: 'Ensuite les sites peuvent montrer vos articles.',
    },
    site: { title: 'Créer votre boutique', text: 'Un nom, et où se trouvent vos pages.' },
    tag: {
      title: 'Mettre la balise dans votre page',
      text: 'Copiez-la ci-dessous. Cochée dès qu’une de vos pages la charge.',
    },
    pick: {
      title: 'Choisir ce que vous montrez',
      text: 'Tout ce qu’ont les vendeurs choisis, ou une partie, dans votre ordre.',
    },
    colours: {
      title: 'Accorder les couleurs à votre page',
      text: 'La boutique prend vos polices ; vous choisissez le reste.',
    },
  },

  pages: {
    sites: 'Sites',
    orders: 'Commandes',
    earnings: 'Revenus',
    products: 'Produits',
    delivery: 'Livraison',
    endpoint: 'Point d’accès',
    terms: 'Conditions',
    business: 'Entreprise',
    moderation: 'Modération',
    members: 'Membres',
    prices: 'Prix',
    health: 'État',
    fee: 'Frais',
    keys: 'Clés',
    team: 'Équipe',
  },

  search: 'Rechercher',
  found: (count) => counted(count, { one: '# entrée', other: '# entrées' }),
  csv: 'Télécharger en CSV',
  previous: 'Précédent',
  next: 'Suivant',
  pageOf: (page, last) => `Page ${page} sur ${last}`,

  failures: {
    'commission wrong_kind': 'Saisissez un pourcentage, comme 12,5.',
    'from invalid_format': 'Indiquez un jour.',
    'back_on invalid_format': 'Indiquez un jour, ou aucun.',
    'back_on out_of_range': 'Vous revenez après le premier jour, et après aujourd’hui.',
    'fee_bp wrong_kind': 'Indiquez un pourcentage, comme 2,5.',
    'per_order wrong_kind': 'Indiquez des montants avec leurs devises, comme 0,30 EUR ; 0,35 CHF.',
    terms_exceed_price: 'Avec les conditions d’un vendeur, cela dépasse le prix.',
    circular_fees:
      'Un vendeur compte sa commission après les frais : ces frais ne peuvent pas compter après elle.',
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
    negative_margin: 'C’est moins que ce qu’exige le prix de gros.',
    no_wholesale_price: 'Aucun vendeur ne vend ceci au prix de gros.',
    retroactive: 'Ce jour est trop tôt.',
    'wholesale out_of_range': 'Votre propre prix est hors de ces limites.',
    'retail_max out_of_range': 'Le prix maximum est inférieur au minimum.',
    'margin_bp wrong_kind': 'Entrez un pourcentage, comme 25.',
    rate_limited: 'Trop d’essais. Attendez un instant.',
    unauthorized: 'Reconnectez-vous.',
    not_found: 'Cela n’existe plus.',
  },
});
