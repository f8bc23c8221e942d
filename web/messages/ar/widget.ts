/** The widget's words in Arabic. */
import type { Forms, Speech } from '../speech.ts';
import type { WidgetWords } from '../widget.ts';
import { isolated } from './isolated.ts';
import { measures } from './measures.ts';
import { returned } from './returns.ts';

const item: Forms = {
  one: 'قطعة واحدة',
  two: 'قطعتان',
  few: '# قطع',
  many: '# قطعة',
  other: '# قطعة',
};
const seller: Forms = {
  one: 'بائع واحد',
  two: 'بائعان',
  few: '# بائعين',
  many: '# بائعًا',
  other: '# بائع',
};
const parcel: Forms = {
  one: 'طرد واحد',
  two: 'طردان',
  few: '# طرود',
  many: '# طردًا',
  other: '# طرد',
};

export function widget(speech: Speech): WidgetWords {
  const { number, counted } = speech;
  const items = (count: number): string => counted(count, item);

  return {
    direction: 'rtl',
    loading: 'جارٍ تحميل المتجر',
    openShop: 'عرض المتجر',
    sellers: (count) =>
      count === 1 ? 'بائع واحد، سلة واحدة' : `${counted(count, seller)}، سلة واحدة`,
    search: 'البحث في المتجر',
    filters: 'المرشحات',
    cart: 'السلة',
    cartButton: (count) => (count === 0 ? 'السلة، فارغة' : `السلة، ${items(count)}`),
    from: 'ابتداءً من',
    add: 'أضف',
    choose: 'اختر',
    soldOut: 'نفدت الكمية',
    away: 'لا يستقبل الطلبات حاليًا',
    backOn: (day) => isolated`يعود في ${day}`,
    addNamed: (title) => isolated`أضف ${title} إلى السلة`,
    chooseNamed: (title) => isolated`اختر ${title}`,
    inCart: (count) => `${number(count)} في السلة`,
    soldBy: (name) => isolated`يبيعه ${name}`,
    service: 'خدمة',
    offeredBy: (name) => isolated`يقدمها ${name}`,
    moreSellers: (count) => counted(count, seller),
    more: 'عرض المزيد',
    shown: (count, total) => `${number(count)} من ${number(total)}`,
    noProducts: 'لا شيء على الرفوف بعد.',
    others: 'كل ما عداه',
    withTax: 'الأسعار شاملة الضريبة، ويُضاف التوصيل.',
    withoutTax: 'تُضاف الضريبة والتوصيل.',
    someTax: 'يُضاف التوصيل، وتُضاف الضريبة لدى بعض البائعين.',
    offline: 'لا يوجد اتصال. يمكنك متابعة التصفح وملء السلة، أما الطلب فيحتاج إلى اتصال.',
    retry: 'أعد المحاولة',
    close: 'إغلاق',
    partFailed: 'تعذّر التحميل. تحقق من اتصالك ثم أعد المحاولة.',
    loadFailed: (code) => {
      switch (code) {
        case 'unknown_site':
        case 'not_found':
          return 'هذا المتجر غير موجود أو لم يعد موجودًا.';
        case 'forbidden_origin':
          return 'لا يُسمح بعرض هذا المتجر في هذه الصفحة. يستطيع صاحبه السماح بعنوانها.';
        case 'currency_mismatch':
          return 'يبيع هذا المتجر بعملة غير التي تعرضها هذه الصفحة.';
        case 'corrupt_catalog':
          return 'وصل دليل المتجر تالفًا.';
        default:
          return 'تعذّر الوصول إلى المتجر.';
      }
    },
    added: (title, total) => isolated`أُضيف ${title}. في السلة ${items(total)}.`,
    repricedCart: 'تغيّر سعر في سلتك.',
    removed: (title, total) => isolated`أُزيل ${title}. في السلة ${items(total)}.`,

    pictures: 'الصور',
    picture: (place) => `الصورة ${number(place)}`,
    unavailable: 'غير متوفر',
    offersTitle: 'اختر بائعًا',
    quantity: 'الكمية',
    fewer: 'أقل بواحد',
    another: 'أكثر بواحد',
    addToCart: 'أضف إلى السلة',
    addedShort: 'أُضيف',
    viewCart: 'عرض السلة',
    left: (count) => `بقي ${number(count)} فقط`,
    inStock: 'متوفر',
    deliveryTo: (country) => isolated`التوصيل إلى ${country}`,
    collect: 'استلام',
    notDelivered: (country) => isolated`لا توصيل إلى ${country}`,
    leadTime: (days) => isolated`مهلة ${days}`,
    outsideArea: (country) => isolated`لا تُقدَّم في مكانك في ${country}`,
    offeredIn: (area) => isolated`تُقدَّم في ${area}`,
    offeredEverywhere: 'تُقدَّم في كل مكان',
    free: 'مجانًا',
    moreForFree: (amount, seller) => isolated`أضف ${amount} من ${seller} ليصبح التوصيل مجانيًا`,
    limitReached: (limit) => `لدى البائع ${number(limit)}، بما في ذلك ما في سلتك.`,
    aboutSeller: (name) => isolated`عن ${name}`,
    returns: 'الإرجاع',
    rated: (mean, count) => isolated`${mean} من 5 نجوم، عدد التقييمات ${number(count)}`,
    recommendedBy: (name) => isolated`يوصي به ${name}`,
    reviews: 'آراء المشترين',
    givenStars: (count) => `${number(count)} من 5 نجوم`,
    verifiedBuyer: 'مشترٍ مؤكد',
    boughtFrom: (seller) => isolated`اشتُري من ${seller}`,
    answerOf: (seller) => isolated`رد ${seller}`,
    moreReviews: 'عرض المزيد من الآراء',
    earnsOf: (name, amount, seller) =>
      isolated`يكسب ${name} ${amount} من كل قطعة يبيعها ${seller}.`,
    howReviewsCount: 'كيف يُحسب هذا؟',
    whyReviews:
      'لا يقيّم إلا العملاء الذين أُرسل إليهم المنتج، وكل عميل يُحسب مرة واحدة، والآراء الأحدث لها وزن أكبر. يقرأ المشغّل النصوص قبل عرضها. النجوم ربع مكان المنتج على الرف والتوصيات عُشره. لا يمكن لأحد أن يدفع مقابل مكان.',
    sellerRated: (mean, count) => isolated`${mean} من 5 نجوم، عدد العملاء ${number(count)}`,
    sentInTime: (percent) => isolated`${percent} أُرسلت في موعدها خلال آخر 90 يومًا`,
    notAccepted: (percent) => isolated`${percent} من الطلبات لم تُقبل`,
    alsoNeeded: 'يلزم معه أيضًا',
    goesWith: 'يناسبه',
    whySaid: 'هذا ما يقوله البائع الذي يصف هذا المنتج.',
    boughtTogether: 'كثيرًا ما تُشترى معًا',
    helpWithIt: 'مساعدة في ذلك',
    whyHelp:
      'من يقدمون هذه الخدمات يقولون إنها لهذا المنتج أو لفئته. ويعرضهم هذا المتجر كسائر بائعيه. لا يمكن لأحد أن يدفع مقابل مكان.',
    whyHere: 'لماذا يظهر هذا هنا؟',
    whyTogether:
      'في جميع المتاجر معًا اشتراه ثلاثة عملاء على الأقل مع هذا المنتج، وأكثر مما تفسّره المصادفة. المشتريات الأحدث لها وزن أكبر، وكل عميل يُحسب مرة واحدة، ولا يُحسب أي متجر بأكثر من 32 عميلًا. لا يمكن لأحد أن يدفع مقابل مكان.',
    shownTogether: 'كثيرًا ما يُعرضان معًا',
    whyShown:
      'ثلاثة أشخاص على الأقل بيع شيء في متاجرهم يعرضون الاثنين في دليل واحد أو قسم واحد، أو يوصون بهما معًا، أكثر مما تفعله المصادفة. يُحسب كل شخص مرة واحدة، ولا يُحسب من يبيع هذه البضائع. لا يمكن لأحد أن يدفع مقابل مكان.',

    fits: (amount, seller) => isolated`${`+${amount}`}، ضمن طرد ${seller}`,
    newParcel: (amount) => isolated`${`+${amount}`}، طرد جديد`,
    visitCost: (amount) => isolated`${`+${amount}`} للانتقال`,
    saving: (amount, seller) => isolated`يوفر ${amount} من توصيل ${seller}`,
    assumed: (country) => isolated`حُسب التوصيل إلى ${country}. يمكن تغيير المكان في السلة.`,

    ...measures(speech),
    ...returned,

    emptyTitle: 'سلتك فارغة',
    emptyText: 'بضائع جميع البائعين تدخل السلة نفسها.',
    keepLooking: 'متابعة التصفح',
    each: (price) => isolated`${price} للقطعة`,
    remove: 'إزالة',
    removeNamed: (title) => isolated`إزالة ${title}`,
    removedShort: (title) => isolated`أُزيل ${title}.`,
    undo: 'تراجع',
    repriced: (title, before, price) => isolated`تغيّر سعر ${title} من ${before} إلى ${price}.`,
    quantityOf: (title) => isolated`كمية ${title}`,
    parcel: (place, of) => (of === 1 ? 'التوصيل' : `الطرد ${number(place)} من ${number(of)}`),
    delivery: 'التوصيل',
    deliveryBy: (seller) => isolated`توصيل ${seller}`,
    stockLimit: (limit) => (limit === 0 ? 'نفدت الكمية.' : `بقي ${number(limit)} فقط.`),
    takeLimit: (limit) => `خذ ${number(limit)}`,
    gone: 'أحد المنتجات لم يعد يُباع.',
    undeliverable: (seller, country) =>
      isolated`لا يوصل ${seller} هذا إلى ${country}. غيّر المكان أدناه أو أزله.`,
    outOfArea: (seller, country) =>
      isolated`لا يقدم ${seller} هذه الخدمة في مكانك في ${country}. غيّر المكان أدناه أو أزلها.`,
    pickupOnly: (seller, country) => isolated`لا يوصل ${seller} هذا إلى ${country}. يمكنك استلامه.`,
    choosePickup: 'اختر مكان الاستلام',
    optionChanged: 'التوصيل المختار سابقًا غير متاح هنا، فاختير أفضل بديل.',
    subtotal: 'المجموع الفرعي',
    items_discount: 'الخصم',
    fulfillment: 'التوصيل',
    tax: 'الضريبة',
    fee: 'الرسوم',
    total: 'الإجمالي',
    includedTax: (rate) => isolated`شامل ضريبة ${rate}`,
    addedTax: (rate) => isolated`ضريبة ${rate}`,
    deliverTo: 'مكان التوصيل',
    country: 'البلد',
    postcode: 'الرمز البريدي',
    estimateHint: 'للتقدير فقط، ولا يغادر هذه الصفحة.',
    checkout: 'إتمام الطلب',
    fixFirst: 'انظر أولًا في القطع المميّزة.',
    quoteFailed: 'تعذّر حساب الأسعار.',
    cartNote: 'طلب واحد، وكل بائع يرسل حصته.',

    share: 'مشاركة',
    shareLink: 'رابط لشراء هذا',
    shareProduct: 'رابط هذا المنتج',
    copy: 'نسخ الرابط',
    copied: 'تم النسخ.',
    copyByHand: 'الرابط محدَّد. انسخه بلوحة المفاتيح أو من قائمته.',
    shareWith: 'مشاركة مع …',
    qrCode: 'رمز QR للرابط',
    tooMuchToShare: 'المحتوى أكثر مما يتسع له رابط.',

    waysTitle: 'البائعون والتوصيل',
    ways: {
      cost: 'الأرخص',
      parcels: 'أقل الطرود',
      fastest: 'الأسرع',
      pickup: 'استلام كل شيء',
    },
    parcels: (count) => counted(count, parcel),
    saves: (amount) => isolated`يوفر ${amount}`,
    costsMore: (amount) => isolated`أكثر بمقدار ${amount}`,
    onlyWay: (sellers) =>
      sellers > 1
        ? `لا خيار آخر أرخص أو أسرع أو بطرود أقل. عدد البائعين: ${number(sellers)}.`
        : 'لا بائع آخر هنا لديه هذه الأشياء.',
    sellersChanged: 'بعض الأشياء تأتي الآن من بائعين آخرين.',
    nobody: 'لا أحد يوصل كل هذا إلى هناك.',
    notAll: (titles) => isolated`لم يبقَ ما يكفي من: ${titles}.`,
    takePartial: (total) => isolated`خذ المتاح بمبلغ ${total}`,
    whyTitle: 'لماذا هؤلاء البائعون؟',
    whyText: (sellers) =>
      `عدد البائعين الذين لديهم بعض هذه الأشياء: ${number(sellers)}. قورنت أسعار كل التشكيلات وتوصيلها:`,
    eachCheapest: 'كل شيء حيث هو الأرخص',
    oneSeller: 'كل شيء من بائع واحد',
    nobodyHasAll: 'لا أحد لديه كل شيء',
    best: 'أفضل تشكيلة',
    proved: 'مثبت: لا تشكيلة أرخص.',
    within: (amount) => isolated`لا يمكن لأي تشكيلة أن تكون أرخص بأكثر من ${amount}.`,
    keepSeller: 'إبقاء البائع',
    sellerKept: 'البائع باقٍ',

    checkoutTitle: 'إتمام الطلب',
    checkoutUnreached: 'تعذّر الوصول إلى صفحة الطلب. سلتك محفوظة. تحقق من اتصالك ثم أعد المحاولة.',
  };
}
