/** What customers read for each error code, in Arabic. */
import type { ErrorTexts } from '../errors.ts';

const ours = 'حدث خطأ من جانبنا. أعد المحاولة بعد لحظة.';
const outdated = 'هذه الصفحة قديمة. أعد تحميلها ثم حاول مجددًا.';

export const errors: ErrorTexts = {
  malformed_json: outdated,
  wrong_kind: outdated,
  missing_field: 'املأ هذا الحقل.',
  unknown_field: outdated,
  duplicate_field: outdated,
  out_of_range: (limit) => (limit ? `اختر ${limit} على الأكثر.` : 'هذا العدد خارج الممكن.'),
  invalid_format: 'تحقق من هذا، ففيه شيء غير صحيح.',
  too_large: 'هذا طويل جدًا. اختصره.',
  unknown_command: outdated,
  unknown_site: 'هذا المتجر غير متاح.',
  unknown_product: 'هذا المنتج لم يعد يُباع.',
  unknown_offer: 'هذا المنتج لم يعد يُباع.',
  unknown_option: 'هذا التوصيل لم يعد متاحًا، فاخترنا غيره.',
  duplicate_offer: 'أحد المنتجات مكرر في السلة.',
  out_of_stock: (limit) => (limit ? `بقي ${limit} فقط.` : 'لم يبقَ منه ما يكفي.'),
  currency_mismatch: 'هذا المنتج يُباع بعملة أخرى ولا يمكن طلبه هنا.',
  not_deliverable: 'لا يوصل هذا البائع هذه المنتجات إلى عنوانك.',
  pickup_only: 'لا يوصل هذا البائع هذه المنتجات إلى هناك. اختر استلامها.',
  corrupt_catalog: ours,
  session_incomplete: 'ما زال شيء ناقصًا. تحقق مما أدخلته.',
  session_expired: 'انتهت مدة طلبك. ابدأ من جديد.',
  session_closed: 'هذا الطلب منتهٍ بالفعل.',
  total_changed: 'تغيّر الإجمالي. تحقق منه ثم اطلب مجددًا.',
  invalid_transition: 'تقدّم هذا الطلب في هذه الأثناء. أعد تحميل الصفحة.',
  idempotency_key_missing: outdated,
  idempotency_in_flight: 'ما زلنا نعمل على خطوتك الأخيرة. انتظر لحظة.',
  idempotency_mismatch: outdated,
  forbidden_origin: 'لا يمكن استخدام هذا المتجر من هنا.',
  unauthorized: 'لا يمكن متابعة هذا الطلب هنا. ابدأ من جديد.',
  not_found: 'لم نجد هذا.',
  method_not_allowed: outdated,
  unsupported_media_type: outdated,
  rate_limited: 'كان هذا كثيرًا دفعة واحدة. أعد المحاولة بعد لحظة.',
  unavailable: 'المتجر مزدحم جدًا. أعد المحاولة بعد لحظة.',
  internal: ours,
  unreachable: 'لا نستطيع الوصول إلى المتجر. تحقق من اتصالك ثم أعد المحاولة.',
};
