/** The console's shell in Arabic. */
import type { ConsoleWords } from '../console.ts';
import type { Speech } from '../speech.ts';
import { errors } from './errors.ts';

export const words = ({ counted }: Speech): ConsoleWords => ({
  direction: 'rtl',
  errors,

  title: 'Vitrine',
  lead: 'اعرض بضائع بائعين كثيرين في صفحاتك، أو دع صفحات كثيرة تبيع بضائعك.',
  signIn: 'تسجيل الدخول',
  signUp: 'إنشاء حساب',
  signOut: 'تسجيل الخروج',
  email: 'البريد الإلكتروني',
  password: 'كلمة المرور',
  passwordHint: '10 أحرف على الأقل. الجملة سهلة الحفظ.',
  newPassword: 'كلمة المرور الجديدة',
  currentPassword: 'كلمة المرور الحالية',
  changePassword: 'تغيير كلمة المرور',
  passwordChanged: 'تم تغيير كلمة المرور، وسُجّل خروج جميع الجلسات الأخرى.',
  yourName: 'اسمك',
  newHere: 'جديد هنا؟',
  knownHere: 'لديك حساب؟',
  askOperator: 'ينشئ مشغّل هذا الخادم الحسابات.',

  menu: 'الصفحات',
  skip: 'إلى المحتوى',
  account: 'حسابك',
  loading: 'جارٍ التحميل …',
  tryAgain: 'حاول مرة أخرى',
  nothingHere: 'لا يوجد شيء هنا',
  overview: 'كل متاجرك',
  welcome: (name) => `مرحبًا، ${name}`,
  chooseText: 'اختر ما جئت من أجله. يمكن اختيار أكثر من أمر.',
  actFor: 'المتابعة بصفة',
  scopes: { presenter: 'عارض', seller: 'بائع', operator: 'مشغّل' },
  present: 'عرض منتجات في موقعي',
  presentText: 'اختر البائعين، وانسخ وسمًا واحدًا في صفحتك، واكسب حصة من كل عملية بيع.',
  sell: 'بيع منتجاتي',
  sellText: 'أضف بضائعك مرة واحدة، فتعرضها مواقع كثيرة ويصلك كل طلب.',
  create: 'إنشاء',
  back: 'رجوع',

  siteName: 'اسم موقعك',
  siteAddress: 'عناوين صفحاته',
  siteAddressHint:
    'مثل https://blog.example، وبينها مسافات إن تعددت. لا يعرض المتجر إلا صفحات هناك.',
  country: 'البلد',
  currency: 'العملة',
  currencyHint: 'ثلاثة أحرف، مثل EUR.',
  language: 'اللغة',
  businessName: 'اسم نشاطك التجاري',
  contactEmail: 'البريد الإلكتروني للعملاء',
  delivery: 'توصيل طرد داخل بلدك',
  deliveryHint: 'ما يدفعه العميل. يمكن ضبط المزيد لاحقًا.',

  pages: {
    sites: 'المواقع',
    orders: 'الطلبات',
    earnings: 'الأرباح',
    products: 'المنتجات',
    delivery: 'التوصيل',
    endpoint: 'نقطة الاستقبال',
  },

  search: 'بحث',
  found: (count) =>
    counted(count, {
      zero: 'لا عناصر',
      one: 'عنصر واحد',
      two: 'عنصران',
      few: '# عناصر',
      many: '# عنصرًا',
      other: '# عنصر',
    }),
  csv: 'تنزيل CSV',
  previous: 'السابق',
  next: 'التالي',
  pageOf: (page, last) => `صفحة ${page} من ${last}`,

  failures: {
    'email invalid_format': 'هذا ليس عنوان بريد إلكتروني.',
    'email invalid_transition': 'يوجد حساب بهذا العنوان.',
    'email rate_limited': 'محاولات كثيرة. انتظر دقيقة أو دقيقتين.',
    'password unauthorized': 'عنوان البريد أو كلمة المرور غير صحيح.',
    'password out_of_range': '10 أحرف على الأقل و1000 على الأكثر.',
    'new_password out_of_range': '10 أحرف على الأقل و1000 على الأكثر.',
    'name missing_field': 'أدخل اسمًا.',
    'country invalid_format': 'اختر بلدًا.',
    'currency invalid_format': 'هذه ليست عملة. يُتوقع ثلاثة أحرف، مثل EUR.',
    'allowed_origins invalid_format':
      'هذا ليس عنوان صفحات. يبدأ بـ https:// وينتهي بعد الاسم: https://blog.example',
    'base wrong_kind': 'أدخل مبلغًا، مثل 4.90.',
    rate_limited: 'محاولات كثيرة. انتظر لحظة.',
    unauthorized: 'سجّل الدخول من جديد.',
    not_found: 'لم يعد هذا موجودًا.',
  },
});
