/** The words of the checkout page and the order page in Arabic. */
import type { PageWords } from '../checkout.ts';
import type { Speech } from '../speech.ts';
import { isolated } from './isolated.ts';

export const checkout = ({ number, counted }: Speech): PageWords => ({
  direction: 'rtl',

  checkout: 'إتمام الطلب',
  back: 'رجوع',
  loading: 'جارٍ تجهيز طلبك …',
  tryAgain: 'أعد المحاولة',
  unavailableTitle: 'لا يمكن فتح صفحة الطلب هذه',
  emptyTitle: 'سلتك فارغة',
  emptyText: 'اختر شيئًا أولًا ثم عد إلى هنا.',
  withoutIt: 'المتابعة بدونه',

  gist: (products, sellers, total) => isolated`${products}، ${sellers} · ${total}`,
  products: (count) =>
    counted(count, {
      one: 'منتج واحد',
      two: 'منتجان',
      few: '# منتجات',
      many: '# منتجًا',
      other: '# منتج',
    }),
  fromSellers: (count) =>
    counted(count, {
      one: 'بائع واحد',
      two: 'بائعان',
      few: '# بائعين',
      many: '# بائعًا',
      other: '# بائع',
    }),

  contact: 'بيانات الاتصال',
  contactHint: 'لا يتلقاها إلا البائعون الذين ينفذون طلبك.',
  optional: 'اختياري',
  delivery: 'عنوان التوصيل',
  whereabouts: 'مكانك',
  collectedOnly: 'تستلم كل شيء بنفسك، فلا حاجة إلى عنوان. والبلد يحدد ما يمكن توصيله.',
  fields: {
    'buyer.name': { label: 'الاسم الكامل', missing: 'أدخل اسمك.' },
    'buyer.email': {
      label: 'البريد الإلكتروني',
      hint: 'للأسئلة حول طلبك.',
      missing: 'أدخل بريدك الإلكتروني.',
      invalid: 'أدخل بريدًا إلكترونيًا مثل name@example.com.',
    },
    'buyer.phone': { label: 'الهاتف', hint: 'يساعد شركة التوصيل في العثور عليك.' },
    'address.name': { label: 'المستلم', missing: 'أدخل من يستلم الطرود.' },
    'address.line1': {
      label: 'الشارع والرقم',
      missing: 'أدخل الشارع ورقم المبنى.',
    },
    'address.line2': { label: 'الشقة أو الطابق أو الشركة' },
    'address.postcode': { label: 'الرمز البريدي', missing: 'أدخل الرمز البريدي.' },
    'address.city': { label: 'المدينة', missing: 'أدخل المدينة.' },
    'address.country': {
      label: 'البلد',
      missing: 'اختر بلدًا.',
      invalid: 'اختر بلدًا من القائمة.',
    },
  },

  sellers: (count) => (count === 1 ? 'طلبك' : 'طلبك بحسب البائع'),
  parcel: (place, count) => `الطرد ${number(place)} من ${number(count)}`,
  deliveryOf: (seller) => isolated`توصيل ${seller}`,
  noDelivery: (seller, country) => isolated`لا يوصل ${seller} هذا إلى ${country}.`,
  pickupOnly: (seller, country) =>
    isolated`لا يوصل ${seller} هذا إلى ${country}. يمكنك اختيار استلامه.`,
  noDeliveryHelp: 'اختر بلدًا آخر أو رمزًا بريديًا آخر، أو أزل هذه المنتجات.',
  removeThese: (count) => (count === 1 ? 'إزالة هذا المنتج' : 'إزالة هذه المنتجات'),
  remove: 'إزالة',
  removeNamed: (product) => isolated`إزالة ${product}`,
  soldOut: 'نفدت الكمية.',
  onlyLeft: (count) => `بقي ${number(count)} فقط.`,
  take: (count) => `اطلب ${number(count)} بدلًا من ذلك`,
  gone: 'أحد منتجات سلتك لم يعد يُباع.',
  today: 'اليوم',
  within: (days) => isolated`خلال ${days}`,
  free: 'مجانًا',
  pickupAt: (address) => isolated`الاستلام: ${address}`,
  sellerDetails: 'بيانات البائع والإرجاع',
  returns: 'الإرجاع',
  times: (quantity, price) => isolated`${quantity} × ${price}`,

  payment: 'الدفع',
  choosePayment: 'اختر طريقة الدفع.',
  payments: {
    invoice: {
      label: 'فاتورة',
      text: 'يرسل إليك كل بائع فاتورة، وتدفع بعد وصول بضاعتك.',
    },
    pay_on_delivery: {
      label: 'الدفع عند التوصيل أو الاستلام',
      text: 'تدفع لكل بائع عند وصول بضاعتك أو استلامها.',
    },
  },

  summary: 'الملخص',
  totals: {
    subtotal: 'البضاعة',
    items_discount: 'الخصم',
    fulfillment: 'التوصيل',
    tax: 'الضريبة',
    fee: 'الرسوم',
    total: 'الإجمالي',
  },
  includedTax: (rate, amount) => isolated`شامل ضريبة ${amount} بنسبة ${rate}`,
  addedTax: (rate, amount) => isolated`تُضاف ضريبة ${amount} بنسبة ${rate}`,
  cheaperWay: (amount) => isolated`بائعون آخرون أو طرود أخرى يوفرون ${amount}: السلة تبيّن كيف.`,
  cheapestProved: 'مثبت: لا اختيار آخر للبائعين والطرود أرخص.',
  contracts: (count) =>
    count === 1
      ? 'تشتري من البائع المذكور أعلاه وتدفع له.'
      : 'تشتري من كل بائع مذكور أعلاه وتدفع لكل منهم على حدة. ولكل بائع طلبه الخاص.',
  placeOrder: 'اطلب مع الالتزام بالدفع',
  placing: 'جارٍ إرسال طلبك …',
  saving: 'جارٍ الحفظ …',
  saved: 'حُفظت كل التغييرات',
  notSaved: 'لم يُحفظ بعد',
  newTotal: (total) => isolated`الإجمالي الآن ${total}`,
  totalChanged: (before, now) =>
    isolated`تغيّر الإجمالي من ${before} إلى ${now}. تحقق منه ثم اطلب مجددًا.`,
  renewed: 'انتهت مدة طلبك، فبدأناه من جديد بما أدخلته. تحقق منه ثم اطلب مجددًا.',
  outcomeUnknown: 'تعذّر الوصول إلى المتجر، فلا نعلم بعد هل سُجّل طلبك. أعد المحاولة: لن يُسجّل مرتين.',
  faultsTitle: (count) =>
    count === 1 ? 'أمر واحد يحتاج إلى انتباهك' : `أمور تحتاج إلى انتباهك: ${number(count)}`,

  thanks: 'شكرًا لك. سُجّل طلبك.',
  thanksText: (count) =>
    count === 1
      ? 'وصل طلبك إلى البائع وسيتولى الباقي.'
      : 'وصلت إلى كل بائع حصته من طلبك وسيتولى الباقي.',
  orderNumber: 'رقم الطلب',
  openOrder: 'فتح صفحة طلبك',
  keepLink: 'احتفظ بهذا الرابط: به تعود إلى الطلب وترى ما يفعله كل بائع.',
  opensNewTab: '(يُفتح في علامة تبويب جديدة)',
  continueReading: 'متابعة القراءة',

  order: 'طلبك',
  orderLoading: 'جارٍ تحميل طلبك …',
  placedAt: (time) => isolated`سُجّل في ${time}`,
  boughtAt: (site) => isolated`اشتُري من ${site}`,
  print: 'طباعة',
  unknownTitle: 'لا نعرف هذا الطلب',
  unknownText: 'ربما كان الرابط ناقصًا. انسخ الرابط كاملًا من حيث حفظته أو افتحه من هناك مجددًا.',
  live: 'تُحدَّث هذه الصفحة من تلقاء نفسها.',
  offline: 'لا يوجد اتصال حاليًا. تواصل هذه الصفحة المحاولة.',
  deliverTo: 'عنوان التوصيل',
  ordered: 'ما طلبته',
  declinedIncluded: 'الجزء المرفوض غير محسوب هنا، ولا تدفع ثمنه.',
  howToPay: 'الدفع',
  pay: {
    invoice: 'يرسل إليك كل بائع فاتورته. ادفع كل فاتورة للبائع المذكور فيها.',
    pay_on_delivery: 'جهّز هذه المبالغ عند وصول البضاعة أو استلامها.',
  },
  nothingToPay: 'لا شيء للدفع',
  progress: (seller) => isolated`سير الطلب لدى ${seller}`,
  steps: { placed: 'سُجّل', acknowledged: 'تأكد', shipped: 'شُحن', rejected: 'رُفض' },
  stepsPickup: {
    placed: 'سُجّل',
    acknowledged: 'تأكد',
    shipped: 'جاهز للاستلام',
    rejected: 'رُفض',
  },
  stepDone: 'تم',
  stepNow: 'الخطوة الحالية',
  stepOpen: 'لم تحن بعد',
  replacementTitle: 'هذه الأشياء لدى آخرين',
  replacementText: (sellers, total) => isolated`من ${sellers} بمبلغ ${total} شاملًا التوصيل.`,
  costsTheSame: 'السعر نفسه.',
  costsLess: (amount) => isolated`هذا أقل من قبل بمقدار ${amount}.`,
  costsMore: (amount) => isolated`هذا أكثر من قبل بمقدار ${amount}.`,
  replacementAccept: (total) => isolated`اطلب هناك مع الالتزام بدفع ${total}`,
  replacementDecline: 'لا، شكرًا',
  replacedBy: (sellers) => isolated`طُلب الآن من ${sellers}.`,
  standsFor: (seller) => isolated`بدلًا مما لم يستطع ${seller} قبوله.`,
  sameAsOrdered: 'تدفع ما طلبت به نفسه.',
  lessThanOrdered: (amount) => isolated`تدفع أقل مما طلبت به بمقدار ${amount}.`,
  moreThanOrdered: (amount) => isolated`تدفع أكثر مما طلبت به بمقدار ${amount}.`,
  replacementLegend: 'إذا لم يستطع بائع التوصيل',
  replacementModes: {
    ask: 'اسألوني في صفحة الطلب',
    not_dearer: 'اطلبوه من بائع آخر إن لم يكن أغلى',
    up_to: 'اطلبوه من بائع آخر إن لم يزد المجموع على هذا المبلغ الإضافي:',
  },
  replacementUpTo: (currency) => isolated`المبلغ بعملة ${currency}`,
  declined: (seller) => isolated`لم يستطع ${seller} قبول هذا الجزء من طلبك.`,
  reason: 'السبب',
  nothingOwed: 'لا تدفع ثمنه.',
  carrier: 'شركة الشحن',
  tracking: 'رقم التتبع',
  readyToCollect: (seller) => isolated`طلبك جاهز للاستلام لدى ${seller}.`,
  changed: {
    placed: (seller) => isolated`وصل طلبك إلى ${seller}.`,
    acknowledged: (seller) => isolated`أكد ${seller} طلبك.`,
    shipped: (seller) => isolated`شحن ${seller} طلبك.`,
    rejected: (seller) => isolated`لم يستطع ${seller} قبول طلبك.`,
  },
});
