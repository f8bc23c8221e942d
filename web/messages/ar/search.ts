/** The words of the search in Arabic. */
import type { SearchWords } from '../search.ts';
import type { Forms, Speech } from '../speech.ts';
import { isolated } from './isolated.ts';

const product: Forms = {
  one: 'منتج واحد',
  two: 'منتجان',
  few: '# منتجات',
  many: '# منتجًا',
  other: '# منتج',
};
const result: Forms = {
  one: 'نتيجة واحدة',
  two: 'نتيجتان',
  few: '# نتائج',
  many: '# نتيجة',
  other: '# نتيجة',
};
const suggestion: Forms = {
  one: 'اقتراح واحد',
  two: 'اقتراحان',
  few: '# اقتراحات',
  many: '# اقتراحًا',
  other: '# اقتراح',
};

export function search({ number, counted }: Speech): SearchWords {
  return {
    suggestions: 'اقتراحات',
    suggested: (count) => counted(count, suggestion),
    nothingYet: (query) => isolated`لا شيء حتى الآن عن «${query}»`,
    inCategory: (name) => isolated`في ${name} فقط`,
    ofBrand: (name) => isolated`من ${name} فقط`,
    showAll: (count) => (count === 1 ? 'عرض النتيجة' : `عرض كل النتائج (${number(count)})`),
    clear: 'مسح البحث',

    found: (count, query) =>
      query ? isolated`${counted(count, result)} عن «${query}»` : counted(count, product),
    busy: 'جارٍ البحث …',
    closest: (words) => isolated`لا شيء هنا بهذه الكتابة. الأقرب: ${words}`,
    sort: 'ترتيب حسب',
    relevance: 'الأنسب',
    shopOrder: 'اختيار المتجر',
    price_ascending: 'السعر من الأقل',
    price_descending: 'السعر من الأعلى',
    failed: 'لم يُجب البحث. تحقق من اتصالك ثم أعد المحاولة.',
    retry: 'ابحث مجددًا',
    tooManyWords: (limit) => `ابحث عن ${number(limit)} كلمات على الأكثر.`,

    chosen: 'المرشحات المختارة',
    categories: 'الفئة',
    brands: 'العلامة التجارية',
    seller_ids: 'البائع',
    price: 'السعر',
    anyPrice: 'أي سعر',
    upTo: (price) => isolated`حتى ${price}`,
    atLeast: (price) => isolated`${price} فأكثر`,
    between: (from, to) => isolated`من ${from} إلى ${to}`,
    offers: 'التوفر',
    available: 'متوفر',
    pickup: 'يمكن استلامه',
    moreValues: (count) => `${number(count)} أخرى`,
    remove: (filter) => isolated`إزالة المرشح: ${filter}`,
    clearFilters: 'مسح المرشحات',
    show: (count) => `عرض ${counted(count, product)}`,

    nothing: (query) => (query ? isolated`لا نتائج عن «${query}»` : 'لا شيء يجمع كل ما اخترته'),
    nothingChosen: 'لا منتج يجمع كل المرشحات المختارة.',
    nothingSpelled: 'تحقق من الكتابة، أو استخدم كلمات أقل أو أعم.',
    looser: 'هذا ما يمكن العثور عليه',
    without: (filter) => isolated`بدون ${filter}`,
    withoutFilters: 'بدون أي مرشح',
    only: (query) => isolated`«${query}»`,
    everything: 'عرض كل شيء',
  };
}
