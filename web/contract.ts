// @generated from the C++ field lists by `npm run contract`. Amounts are integers in minor units.

export interface Account {
  id: string;
  email: string;
  name: string;
  email_confirmed: boolean;
  unwanted_mails: MailTopic[];
  members: AccountMember[];
}

export interface AccountMember {
  owner: string;
  scope: KeyScope;
  name: string;
  right: Right;
  approved: boolean;
  refusal?: string;
}

export interface Address {
  name: string;
  line1: string;
  line2?: string;
  postcode?: string;
  city: string;
  country: string;
}

export interface Agreement {
  seller_id: string;
  seller_name: string;
  site_id: string;
  site_name: string;
  status: AgreementStatus;
  presented: boolean;
  history: AgreementChange[];
}

export interface AgreementChange {
  at: string;
  side: AgreementSide;
  step: AgreementStep;
  status: AgreementStatus;
}

export interface AgreementList {
  agreements: Agreement[];
}

export type AgreementSide = 'seller' | 'presenter';

export type AgreementStatus = 'none' | 'applied' | 'invited' | 'active' | 'ended' | 'blocked';

export type AgreementStep = 'apply' | 'invite' | 'accept' | 'decline' | 'end' | 'block' | 'unblock';

export interface AgreementWish {
  step: AgreementStep;
}

export interface Appointment {
  offer_id: string;
  day: string;
  part?: DayPart;
}

export interface AppointmentAcceptance {
  order_id: string;
}

export interface AppointmentAnswer {
  state: AppointmentState;
  appointments: Appointment[];
}

export interface AppointmentReply {
  appointments?: Appointment[];
}

export type AppointmentState = 'confirmed' | 'proposed' | 'accepted';

export interface Approval {
  approved: boolean;
  reason?: string;
}

export interface ArrangedProduct {
  product: ProductName;
  on_site: boolean;
}

export interface ArrangedSection {
  title?: string;
  product_ids?: string[];
}

export interface Arrangement {
  chosen_only?: boolean;
  sections?: ArrangedSection[];
  featured?: string[];
  hidden?: string[];
}

export interface Billing {
  name: string;
  street?: string;
  postcode?: string;
  city?: string;
  country: string;
  vat_id?: string;
  tax_number?: string;
  tax: TaxStatus;
  rate_ppm?: number;
  exemption?: string;
}

export interface BillingState {
  billing?: Billing;
}

export interface Buyer {
  name: string;
  email: string;
  phone?: string;
}

export interface Cancellation {
  order_id?: string;
}

export interface Cart {
  line_items: CartLine[];
}

export interface CartLine {
  offer_id: string;
  quantity: number;
}

export interface CartShortage {
  offer_id: string;
  available: number;
}

export interface CartSourcing {
  current?: SourcingComparison;
  choices: SourcingChoice[];
  cheapest_items?: SourcingComparison;
  one_seller?: SourcingComparison;
  sellers_considered: number;
  shortages: CartShortage[];
  partial?: SourcingChoice;
}

export interface CartUpdate {
  cart: Cart;
  line_items: CartLine[];
}

export interface CatalogChanges {
  offers: ChangedOffer[];
}

export type CatalogText = 'full' | 'words' | 'none';

export type ChangeKind = 'added' | 'changed' | 'gone';

export interface ChangedOffer {
  offer_id: string;
  price: number;
  stock?: number;
}

export interface CheckoutComplete {
  total: number;
}

export interface CheckoutCreate {
  site_id: string;
  line_items: CartLine[];
  currency?: string;
  destination?: Destination;
  selected_options?: SelectedOption[];
  pinned_offers?: string[];
  objective?: SourcingObjective;
  language?: string;
  page?: string;
}

export interface CheckoutSession {
  id: string;
  secret?: string;
  site_id: string;
  site_name: string;
  language: string;
  status: CheckoutStatus;
  line_items: CartLine[];
  buyer?: Buyer;
  address?: Address;
  payment_methods: PaymentMethod[];
  payment_method?: PaymentMethod;
  replacement: ReplacementTerms;
  notes?: SellerNote[];
  appointments?: Appointment[];
  quote: Quote;
  sourcing?: SourcingRecord;
  sellers: SellerInfo[];
  shares?: Split;
  messages: Message[];
  order?: OrderLink;
  expires_at: string;
}

export type CheckoutStatus = 'incomplete' | 'ready_for_complete' | 'completed' | 'canceled';

export interface CheckoutUpdate {
  line_items?: CartLine[];
  buyer?: Buyer;
  address?: Address;
  destination?: Destination;
  selected_options?: SelectedOption[];
  payment_method?: PaymentMethod;
  replacement?: ReplacementTerms;
  notes?: SellerNote[];
  appointments?: Appointment[];
}

export type CircuitState = 'closed' | 'open' | 'half_open';

export interface Commission {
  seller_id: string;
  amount: number;
}

export type CommissionBase = 'goods' | 'goods_after_fee';

export interface CompanionList {
  products: ProductCard[];
  presented: ProductCard[];
}

export interface CompanionsRequest {
  product_id: string;
}

export interface CurrencyStatement {
  currency: string;
  opening: number;
  lines: StatementLine[];
  closing: number;
}

export type DayPart = 'any' | 'morning' | 'afternoon' | 'evening';

export interface DeliveryLog {
  deliveries: DeliveryRecord[];
  next?: string;
}

export interface DeliveryRecord {
  delivery_id: string;
  seller_id: string;
  seller_name: string;
  type: string;
  order_id: string;
  queued_at: string;
  state: DeliveryState;
  attempts: number;
  outcome: string;
  at: string;
}

export type DeliveryState = 'waiting' | 'delivered' | 'parked' | 'withdrawn';

export interface DeliveryStatus {
  endpoint: EndpointState;
  url: string;
  waiting: number;
  parked: number;
}

export interface Destination {
  country: string;
  postcode?: string;
}

export interface Discount {
  from: number;
  percent: number;
}

export interface EarningPages {
  month: string;
  pages: PageEarnings[];
}

export interface EmailChange {
  email: string;
  password: string;
}

export interface Endorsement {
  product_id: string;
  text: string;
  said_at: string;
}

export interface EndorsementList {
  endorsements: Endorsement[];
}

export interface EndorsementWish {
  text: string;
}

export type EndpointState = 'none' | 'active' | 'gone';

export interface EndpointTrial {
  taken: boolean;
  status: number;
  problem: string;
  milliseconds: number;
}

export interface EndpointWish {
  url: string;
}

export interface FacetValue {
  value: string;
  count: number;
}

export interface Failure {
  code: string;
  path: string;
  message: string;
  limit?: number;
  further?: FurtherFault[];
}

export interface FailureBody {
  error: Failure;
}

export type FeeBase = 'goods' | 'commission';

export interface FeeHistory {
  versions: PublishedFee[];
  earliest: string;
}

export interface ForgottenPassword {
  email: string;
}

export interface FoundFacet {
  value: string;
  name: string;
  count: number;
}

export interface FoundProduct {
  id: string;
  title: string;
  image: string;
  category: string;
  seller_id: string;
  seller_name: string;
  presented: boolean;
  status: AgreementStatus;
  presenting: Presenting;
  on_site: boolean;
  price: number;
  currency: string;
  available: boolean;
  earns: number;
  earns_bp: number;
  other_sites: number;
  retail?: FoundRetail;
}

export interface FoundProducts {
  total: number;
  products: FoundProduct[];
  sellers: FoundFacet[];
  categories: FoundFacet[];
  next?: number;
}

export interface FoundRetail {
  listed: number;
  wholesale: number;
  wish: RetailWish;
  own: boolean;
  fit: RetailFit;
  bounds: RetailBounds;
}

export interface Fulfillment {
  option_id: string;
  title: string;
  kind: ShippingKind;
  offer_ids: string[];
  min_days: number;
  max_days: number;
  amount: number;
  pickup_address: string;
}

export interface FulfillmentGroup {
  id: string;
  profile_id: string;
  offer_ids: string[];
  weight: number;
  options: ShippingOption[];
  selected_option_id?: string;
  amount: number;
  tax: number;
}

export interface FurtherFault {
  code: string;
  path: string;
  limit?: number;
}

export interface Guide {
  name: string;
  title: string;
  blocks: GuideBlock[];
  needs: Need[];
}

export interface GuideBlock {
  kind: GuideBlockKind;
  level?: number;
  ordered?: boolean;
  number?: number;
  spans?: GuideSpan[];
  picture?: string;
  needs?: GuideMention[];
}

export type GuideBlockKind = 'heading' | 'paragraph' | 'item' | 'quote' | 'code' | 'picture' | 'rule' | 'needs';

export interface GuideEntry {
  name: string;
  title: string;
  needs: number;
  updated_at: string;
}

export interface GuideList {
  guides: GuideEntry[];
}

export interface GuideMention {
  need: number;
  amount: number;
}

export interface GuideProblem {
  line: number;
  code: string;
  expected: string;
}

export interface GuideReading {
  guide?: Guide;
  problems: GuideProblem[];
}

export interface GuideSpan {
  text: string;
  strong?: boolean;
  emphasis?: boolean;
  code?: boolean;
  link?: string;
}

export interface GuideText {
  markdown: string;
}

export interface Health {
  connections: number;
  streams: number;
  store: StoreState;
  mail: MailQueue;
  queues: SellerQueue[];
}

export interface Holiday {
  from: string;
  back_on?: string;
}

export interface HolidayState {
  holiday?: Holiday;
  away: boolean;
}

export interface HolidayWish {
  holiday?: Holiday;
}

export interface ImportReport {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  gone: number;
  refused: number;
  kept: boolean;
  changes: OfferChange[];
  errors: RowError[];
  warnings?: RowError[];
}

export interface Invitation {
  id: string;
  email: string;
  right: Right;
  invited_by: string;
  ends_at: string;
  url?: string;
}

export interface InvitationOffer {
  email: string;
  scope: KeyScope;
  name: string;
  right: Right;
  invited_by: string;
  known: boolean;
}

export interface InvitationWish {
  email: string;
  right: Right;
  language?: string;
}

export interface InvoiceDocument {
  number: string;
  kind: InvoiceKind;
  supplier_id: string;
  supplier: string;
  customer_id: string;
  customer: string;
  currency: string;
  net: number;
  tax: number;
  total: number;
  xml?: string;
}

export interface InvoiceDocuments {
  month: string;
  documents: InvoiceDocument[];
}

export type InvoiceKind = 'invoice' | 'credit_note' | 'self_billed_invoice' | 'self_billed_credit_note';

export interface KeyList {
  keys: KeyState[];
}

export type KeyScope = 'seller' | 'presenter' | 'operator';

export interface KeyState {
  id: string;
  scope: string;
  owner: string;
  created_at: string;
  ends_at?: string;
}

export interface KeyWish {
  owner?: string;
  overlap_hours?: number;
}

export interface Kit {
  total: number;
  proof: SourcingProof;
  bound: number;
  parcels: number;
  line_items: KitLine[];
  missing: number[];
}

export interface KitLine {
  need: number;
  product_id: string;
  variant_id: string;
  offer_id: string;
  quantity: number;
}

export interface KitRequest {
  currency: string;
  destination: Destination;
  needs: Need[];
  policy?: SourcingPolicy;
}

export interface LineItem {
  offer_id: string;
  quantity: number;
  seller_id: string;
  product_id: string;
  sku: string;
  title: string;
  options: VariantOption[];
  image: string;
  unit_price: number;
  subtotal: number;
  discount: number;
  tax: number;
  weight: number;
  stock?: number;
  unit_pricing?: UnitPricing;
  kind?: OfferKind;
}

export interface LineShares {
  offer_id: string;
  base: number;
  split: Split;
}

export interface LinkToken {
  token: string;
}

export interface ListedAccounts {
  accounts: Account[];
  next?: string;
}

export interface ListedReview {
  id: string;
  product_title: string;
  seller_name: string;
  stars: number;
  text: string;
  display_name: string;
  said_at: string;
  status: ReviewStatus;
  reason: string;
}

export interface ListedReviews {
  reviews: ListedReview[];
  next?: string;
}

export interface ListedSeller {
  id: string;
  name: string;
  country: string;
  currency: string;
  email: string;
  address: string;
  standing: SellerStanding;
  refusal: string;
  joined_at: string;
  offers: number;
  titles: string[];
}

export interface ListedSellers {
  sellers: ListedSeller[];
  next?: string;
}

export interface ListedSites {
  sites: Site[];
  next?: string;
}

export interface MailChoice {
  topic: MailTopic;
  wanted: boolean;
}

export interface MailQueue {
  configured: boolean;
  waiting: number;
  parked: number;
  oldest_at?: string;
  circuit: CircuitState;
  outcome: string;
}

export type MailTopic = 'statements' | 'prices';

export interface MarginalDelivery {
  offer_id: string;
  seller_id: string;
  total: number;
  delivery: number;
  new_parcel: boolean;
}

export interface MarginalList {
  offers: MarginalDelivery[];
}

export interface MarginalRequest {
  cart: SourcingRequest;
  offer_ids: string[];
}

export type MeasureUnit = 'mg' | 'g' | 'kg' | 'oz' | 'lb' | 'ml' | 'cl' | 'l' | 'cbm' | 'floz' | 'pt' | 'qt' | 'gal' | 'cm' | 'm' | 'in' | 'ft' | 'yd' | 'sqm' | 'sqft' | 'ct' | 'sheet' | 'item' | 'h';

export interface Message {
  type: MessageType;
  code: string;
  severity: Severity;
  path: string;
  content: string;
  limit?: number;
}

export type MessageType = 'error' | 'warning' | 'info';

export interface Money {
  amount: number;
  currency: string;
}

export interface Need {
  name: string;
  unit?: string;
  amount: number;
  choices: NeedChoice[];
  optional?: boolean;
}

export interface NeedChoice {
  product_id: string;
  variant_id: string;
  content?: number;
}

export interface NewAccount {
  email: string;
  password: string;
  name: string;
  language?: string;
  invitation?: string;
}

export interface NewKey {
  key: KeyState;
  api_key: string;
}

export type Nothing = Record<string, never>;

export interface Offer {
  id: string;
  seller_id: string;
  sku: string;
  kind: OfferKind;
  price: number;
  currency: string;
  stock?: number;
  weight: number;
  shipping_profile_id: string;
  tax_category: string;
  unit_measure?: UnitMeasure;
  unit_pricing?: UnitPricing;
}

export interface OfferChange {
  kind: ChangeKind;
  id: string;
  title: string;
  parts: string[];
}

export type OfferKind = 'sale' | 'service';

export interface OfferTerms {
  price?: number;
  stock?: number;
}

export interface OfferUpdate {
  sku: string;
  price?: number;
  stock?: number;
}

export interface OfferUpdates {
  offers: OfferUpdate[];
}

export interface OffersUpdated {
  changed: number;
}

export interface OperatorFee {
  from?: string;
  fee_bp?: number;
  of?: FeeBase;
  per_order?: Money[];
}

export interface OperatorTasks {
  sellers: number;
  reviews: number;
  parked_deliveries: number;
  parked_mails: number;
}

export interface OptionFacet {
  name: string;
  values: FacetValue[];
}

export interface OrderEvent {
  type: string;
  timestamp: string;
  data: SellerOrder;
}

export interface OrderGroup {
  id: string;
  site_name: string;
  language: string;
  created_at: string;
  currency: string;
  payment_method: PaymentMethod;
  address?: Address;
  orders: OrderStatusView[];
  sellers: SellerInfo[];
  totals: Total[];
  agreed_total: number;
  shares?: Split;
  personal_data_erased_at?: string;
}

export interface OrderLink {
  order_group_id: string;
  url: string;
  state_key?: string;
}

export interface OrderList {
  orders: SellerOrder[];
  next?: string;
}

export interface OrderState {
  id: string;
  created_at: string;
  currency: string;
  orders: PartState[];
  totals: Total[];
}

export type OrderStatus = 'placed' | 'acknowledged' | 'shipped' | 'rejected' | 'cancelled';

export interface OrderStatusView {
  id: string;
  seller_id: string;
  seller_name: string;
  status: OrderStatus;
  history: StatusChange[];
  carrier: string;
  tracking_number: string;
  reason: string;
  line_items: LineItem[];
  fulfillments: Fulfillment[];
  taxes: TaxLine[];
  totals: Total[];
  replaces: string;
  replacement?: Replacement;
  note: string;
  appointments: Appointment[];
  appointment_answer?: AppointmentAnswer;
  reviews: OwnReview[];
}

export interface OwnReview {
  offer_id: string;
  stars: number;
  text: string;
  display_name: string;
  status: ReviewStatus;
  reason: string;
  answer: string;
}

export interface PageEarnings {
  page: string;
  currency: string;
  orders: number;
  presenter: number;
}

export interface PartState {
  id: string;
  seller_name: string;
  status: OrderStatus;
  collected: boolean;
  line_items: LineItem[];
  totals: Total[];
}

export interface PasskeyChallenge {
  challenge: string;
  rp_id: string;
  user_id?: string;
  exclude: string[];
}

export interface PasskeyList {
  passkeys: PasskeyState[];
}

export interface PasskeyRegistration {
  name: string;
  client_data: string;
  attestation_object: string;
}

export interface PasskeySignIn {
  credential_id: string;
  client_data: string;
  authenticator_data: string;
  signature: string;
}

export interface PasskeyStart {
  password: string;
}

export interface PasskeyState {
  id: string;
  name: string;
  created_at: string;
  used_at?: string;
}

export interface PasswordChange {
  password: string;
  new_password: string;
}

export interface PasswordReset {
  token: string;
  new_password: string;
}

export type PaymentMethod = 'invoice' | 'pay_on_delivery';

export interface PresentableSeller {
  agreement: Agreement;
  terms: TermsHistory;
  operator_fee: OperatorFee;
}

export interface PresentableSellers {
  sellers: PresentableSeller[];
}

export interface PresentedLine {
  offer_id: string;
  product_id: string;
  title: string;
  quantity: number;
  base: number;
  presenter: number;
}

export interface PresentedOrder {
  id: string;
  site_id: string;
  seller_id: string;
  created_at: string;
  currency: string;
  status: OrderStatus;
  base: number;
  presenter: number;
  left: number;
  lines: PresentedLine[];
}

export interface PresentedOrders {
  orders: PresentedOrder[];
  next?: string;
}

export interface PresenterSetup {
  sites: SiteSetup[];
}

export type Presenting = 'open' | 'on_request' | 'by_invitation';

export interface PreviewLine {
  price: number;
  weight: number;
  quantity: number;
  shipping_profile_id: string;
  tax_category?: string;
}

export interface PriceRange {
  from: number;
  to?: number;
  count: number;
}

export interface PriceTier {
  from: number;
  fee: number;
}

export interface Product {
  id: string;
  title: string;
  description: string;
  description_marks?: TextMark[];
  brand: string;
  category: string;
  images: string[];
  variants: Variant[];
  rating?: StarRating;
}

export interface ProductCard {
  id: string;
  title: string;
  brand: string;
  category: string;
  image: string;
  price: number;
  currency: string;
  price_varies: boolean;
  available: boolean;
  seller_ids: string[];
  variant_count: number;
  offer_id: string;
  unit_pricing?: UnitPricing;
  rating?: StarRating;
  kind: OfferKind;
}

export interface ProductName {
  id: string;
  title: string;
  image: string;
}

export interface ProductPage {
  total: number;
  products: ProductCard[];
}

export interface ProductRequest {
  product_id: string;
}

export interface ProductReview {
  id: string;
  stars: number;
  text: string;
  display_name: string;
  said_at: string;
  seller_name: string;
  answer: string;
}

export interface ProductReviews {
  reviews: ProductReview[];
  next?: string;
  sellers: SellerRecordCard[];
  endorsement?: ShownEndorsement;
}

export interface ProductsRequest {
  offset?: number;
  limit?: number;
}

export interface ProfilePreview {
  profile: Seller;
  line_items: PreviewLine[];
  destination: Destination;
}

export interface PublishedFee {
  id: string;
  published_at: string;
  in_force: boolean;
  fee: OperatorFee;
}

export interface PublishedTerms {
  id: string;
  published_at: string;
  in_force: boolean;
  terms: Terms;
}

export interface Quote {
  currency: string;
  destination: Destination;
  line_items: LineItem[];
  sellers: SellerQuote[];
  taxes: TaxLine[];
  totals: Total[];
  countries: string[];
  postcode_required: boolean;
  messages: Message[];
}

export interface QuoteRequest {
  currency: string;
  destination: Destination;
  line_items: CartLine[];
  selected_options?: SelectedOption[];
}

export interface Rate {
  base?: number;
  per_item?: number;
  free_from?: number;
  weight_tiers?: WeightTier[];
  price_tiers?: PriceTier[];
  max_weight?: number;
  min_goods?: number;
}

export interface Recommended {
  presenter_name: string;
  product_ids: string[];
}

export interface Refund {
  order_id: string;
  currency: string;
  amount: number;
  left: Split;
}

export interface RefundRequest {
  amount?: number;
  reason: string;
}

export interface Rejection {
  reason: string;
}

export interface RelatedList {
  required: ProductCard[];
  others: ProductCard[];
}

export interface Replacement {
  line_items: CartLine[];
  selected_options: SelectedOption[];
  seller_names: string[];
  total: number;
  difference: number;
}

export interface ReplacementAnswer {
  order_id: string;
  accept: boolean;
  total?: number;
}

export type ReplacementMode = 'ask' | 'not_dearer' | 'up_to';

export interface ReplacementTerms {
  mode: ReplacementMode;
  up_to?: number;
}

export interface ReplayRequest {
  delivery_id?: string;
}

export interface Replayed {
  replayed: number;
}

export type RetailBase = 'listed' | 'wholesale';

export interface RetailBounds {
  lowest: number;
  highest?: number;
}

export interface RetailChange {
  product_id?: string;
  price?: Money;
  margin_bp?: number;
  from?: string;
}

export type RetailFit = 'listed' | 'wished' | 'raised' | 'lowered' | 'no_room';

export interface RetailHistory {
  currency: string;
  words: RetailWordShown[];
  next?: string;
}

export interface RetailOffer {
  offer_id: string;
  seller_id: string;
  seller_name: string;
  sku: string;
  listed: number;
  wholesale: number;
  retail: RetailPrice;
  earns: number;
}

export interface RetailPrice {
  price: number;
  fit: RetailFit;
  bounds: RetailBounds;
}

export interface RetailPrices {
  currency: string;
  products: RetailProduct[];
  next?: string;
}

export interface RetailProduct {
  word: RetailWordShown;
  in_force: boolean;
  offers: RetailOffer[];
}

export interface RetailRequest {
  offer_id: string;
  on: string;
  terms: Terms;
  wish: RetailWish;
}

export interface RetailWish {
  price?: number;
  margin_bp?: number;
}

export interface RetailWordShown {
  number: number;
  product: ProductName;
  wish: RetailWish;
  from: string;
  set_at: string;
}

export type ReturnFees = 'seller' | 'customer';

export interface ReturnPolicy {
  countries: string[];
  days: number;
  paid_by?: ReturnFees;
  url?: string;
}

export interface ReviewAnswer {
  text: string;
}

export interface ReviewRefusal {
  reason: string;
  stars?: boolean;
}

export type ReviewStatus = 'none' | 'waiting' | 'published' | 'declined';

export interface ReviewWish {
  order_id: string;
  offer_id?: string;
  stars?: number;
  text?: string;
  display_name?: string;
}

export type Right = 'read' | 'orders' | 'manage' | 'owner';

export interface RightChange {
  right: Right;
}

export interface RotatedSecret {
  webhook_secret: string;
  old_until: string;
}

export interface RotatedSigningKey {
  webhook_public_key: string;
  old_until: string;
}

export interface RowError {
  line: number;
  column: number;
  field: string;
  value: string;
  expected: string;
}

export interface SearchAnswer {
  total: number;
  edited: boolean;
  hits: SearchHit[];
  facets: SearchFacets;
}

export interface SearchFacets {
  sellers: FacetValue[];
  brands: FacetValue[];
  categories: FacetValue[];
  options: OptionFacet[];
  price_ranges: PriceRange[];
  available: number;
  pickup: number;
}

export interface SearchFilters {
  seller_ids?: string[];
  brands?: string[];
  categories?: string[];
  options?: VariantOption[];
  price_min?: number;
  price_max?: number;
  available?: boolean;
  pickup?: boolean;
}

export interface SearchHit {
  product_id: string;
  title: TextPart[];
  product: ProductCard;
}

export interface SearchRequest {
  query?: string;
  filters?: SearchFilters;
  sort?: SearchSort;
  limit?: number;
  offset?: number;
}

export type SearchSort = 'relevance' | 'price_ascending' | 'price_descending';

export interface SelectedOption {
  group_id: string;
  option_id: string;
}

export interface Seller {
  id?: string;
  name: string;
  country: string;
  currency: string;
  prices_include_tax?: boolean;
  email?: string;
  address?: string;
  return_terms?: string;
  return_policy?: ReturnPolicy;
  tax_rates?: TaxRate[];
  discounts?: Discount[];
  shipping_profiles: ShippingProfile[];
}

export interface SellerCard {
  id: string;
  name: string;
  prices_include_tax: boolean;
  back_on?: string;
}

export interface SellerInfo {
  id: string;
  name: string;
  email: string;
  address: string;
  return_terms: string;
  return_policy?: ReturnPolicy;
}

export interface SellerList {
  sellers: Seller[];
}

export interface SellerNote {
  seller_id: string;
  text: string;
}

export interface SellerOffer {
  id: string;
  sku: string;
  product_id: string;
  title: string;
  options: VariantOption[];
  image: string;
  kind: OfferKind;
  price: number;
  currency: string;
  stock?: number;
  weight: number;
  shipping_profile_id: string;
  tax_category: string;
}

export interface SellerOffers {
  offers: SellerOffer[];
  next?: string;
}

export interface SellerOrder {
  id: string;
  order_group_id: string;
  seller_id: string;
  site_id: string;
  created_at: string;
  currency: string;
  status: OrderStatus;
  history: StatusChange[];
  buyer: Buyer;
  address?: Address;
  note?: string;
  appointments?: Appointment[];
  appointment_answer?: AppointmentAnswer;
  payment_method: PaymentMethod;
  line_items: LineItem[];
  fulfillments: Fulfillment[];
  taxes: TaxLine[];
  totals: Total[];
  carrier: string;
  tracking_number: string;
  reason: string;
  shares?: SellerShares;
  personal_data_erased_at?: string;
}

export interface SellerQueue {
  seller_id: string;
  seller_name: string;
  endpoint: EndpointState;
  waiting: number;
  parked: number;
  oldest_at?: string;
  circuit: CircuitState;
  outcome: string;
}

export interface SellerQuote {
  seller_id: string;
  seller_name: string;
  groups: FulfillmentGroup[];
  taxes: TaxLine[];
  totals: Total[];
}

export interface SellerRecordCard {
  seller_id: string;
  rating?: StarRating;
  in_time?: number;
  not_accepted?: number;
}

export interface SellerReview {
  id: string;
  order_id: string;
  offer_id: string;
  stars: number;
  text: string;
  display_name: string;
  said_at: string;
  answer: string;
}

export interface SellerReviews {
  reviews: SellerReview[];
  next?: string;
}

export interface SellerService {
  offer: SellerOffer;
  description: string;
  category: string;
  unit_measure?: UnitMeasure;
  attached_to: string[];
}

export interface SellerSetup {
  business: boolean;
  products: boolean;
  terms: boolean;
  endpoint: EndpointState;
  standing: SellerStanding;
}

export interface SellerShares {
  seller_id: string;
  base: number;
  total: number;
  split: Split;
  lines: LineShares[];
}

export type SellerStanding = 'waiting' | 'approved' | 'refused';

export interface SellerTerms {
  seller_id: string;
  terms: Terms;
}

export type SellersRequest = Record<string, never>;

export type Severity = 'recoverable' | 'requires_buyer_input';

export interface SharePolicy {
  on: string;
  terms?: SellerTerms[];
  operator_fee?: OperatorFee;
}

export interface Shares {
  currency: string;
  split: Split;
  sellers: SellerShares[];
  messages: Message[];
}

export interface SharesRequest {
  quote: QuoteRequest;
  policy: SharePolicy;
}

export interface ShelfLayout {
  sections: ShelfSection[];
  featured: string[];
}

export interface ShelfSection {
  title: string;
  count: number;
}

export interface Shipment {
  carrier?: string;
  tracking_number?: string;
}

export type ShippingKind = 'shipping' | 'pickup' | 'local_delivery' | 'digital' | 'visit' | 'remote';

export interface ShippingMethod {
  id: string;
  title: string;
  kind: ShippingKind;
  min_days?: number;
  max_days?: number;
  pickup_address?: string;
  zones: Zone[];
}

export interface ShippingOption {
  id: string;
  title: string;
  kind: ShippingKind;
  min_days: number;
  max_days: number;
  pickup_address: string;
  amount: number;
  missing_for_free?: number;
}

export interface ShippingProfile {
  id: string;
  name: string;
  methods: ShippingMethod[];
}

export interface ShownEndorsement {
  presenter_name: string;
  text: string;
  commissions: Commission[];
}

export interface SignIn {
  email: string;
  password: string;
  language?: string;
}

export interface SignUp {
  open: boolean;
  e_mails: boolean;
  passkeys: boolean;
}

export interface Site {
  id?: string;
  presenter_id?: string;
  name: string;
  currency: string;
  country: string;
  language: string;
  allowed_origins?: string[];
  sourcing?: SourcingPolicy;
  discloses_shares?: boolean;
}

export interface SiteArrangement {
  arrangement: Arrangement;
  products: ArrangedProduct[];
}

export interface SiteChange {
  name?: string;
  language?: string;
  allowed_origins?: string[];
  sourcing?: SourcingPolicy;
  discloses_shares?: boolean;
}

export interface SiteList {
  sites: Site[];
}

export interface SiteManifest {
  site_id: string;
  name: string;
  currency: string;
  country: string;
  language: string;
  catalog_url: string;
  catalog_descriptions: CatalogText;
  catalog_version: number;
  checkout_url: string;
  shop_url: string;
  sourcing: SourcingPolicy;
  shelf: ProductPage;
  sellers: SellerCard[];
  recommended?: Recommended;
  layout?: ShelfLayout;
  theme?: string;
}

export interface SitePrice {
  site_id: string;
  site_name: string;
  presenter: string;
  currency: string;
  product: RetailProduct;
}

export interface SitePrices {
  prices: SitePrice[];
  next?: string;
}

export interface SiteSetup {
  site_id: string;
  arranged: boolean;
  look: boolean;
  tag_seen_on?: string;
}

export interface SiteTheme {
  light?: ThemeValue[];
  dark?: ThemeValue[];
}

export interface SourcingChoice {
  objective: SourcingObjective;
  proof: SourcingProof;
  total: number;
  bound: number;
  parcels: number;
  max_days: number;
  line_items: CartLine[];
  selected_options: SelectedOption[];
}

export interface SourcingComparison {
  total: number;
  parcels: number;
  seller_ids: string[];
}

export type SourcingObjective = 'cost' | 'parcels' | 'fastest' | 'pickup';

export interface SourcingPolicy {
  excluded_sellers?: string[];
  preferred_sellers?: string[];
  surcharge?: number;
}

export type SourcingProof = 'optimal' | 'bound' | 'infeasible';

export interface SourcingRecord {
  objective: SourcingObjective;
  proof: SourcingProof;
  total: number;
  best: number;
  bound: number;
}

export interface SourcingRequest {
  currency: string;
  destination: Destination;
  line_items: CartLine[];
  selected_options?: SelectedOption[];
  pinned_offers?: string[];
  policy?: SourcingPolicy;
}

export interface Split {
  seller: number;
  presenter: number;
  operator_fee: number;
}

export interface StarRating {
  count: number;
  mean: number;
}

export interface Statement {
  party: string;
  month: string;
  currencies: CurrencyStatement[];
  csv: string;
}

export interface StatementLine {
  number: number;
  at: string;
  kind: TransferKind;
  order_id: string;
  note: string;
  amount: number;
  balance: number;
}

export interface StatusChange {
  status: OrderStatus;
  at: string;
}

export type StoreKind = 'sqlite' | 'postgresql';

export interface StoreState {
  kind: StoreKind;
  size: number;
  disk_free: number;
  disk_size: number;
}

export interface TaxLine {
  category: string;
  rate_ppm: number;
  net: number;
  amount: number;
  included: boolean;
}

export interface TaxRate {
  country: string;
  category: string;
  rate_ppm: number;
}

export type TaxStatus = 'standard' | 'exempt' | 'outside';

export interface Team {
  members: TeamMember[];
  invitations: Invitation[];
}

export interface TeamMember {
  id: string;
  email: string;
  name: string;
  right: Right;
  since: string;
}

export interface Terms {
  from: string;
  presenting?: Presenting;
  territories?: string[];
  notice_days?: number;
  rules?: TermsRule[];
}

export interface TermsHistory {
  versions: PublishedTerms[];
  earliest: string;
}

export interface TermsRule {
  product_id?: string;
  category?: string;
  from?: string;
  until?: string;
  commission_bp?: number;
  of?: CommissionBase;
  per_unit?: number;
  wholesale?: Wholesale;
}

export interface TextMark {
  kind: TextMarkKind;
  start: number;
  length: number;
}

export type TextMarkKind = 'heading' | 'item' | 'numbered' | 'strong' | 'emphasis';

export interface TextPart {
  text: string;
  match: boolean;
}

export interface ThemeValue {
  name: string;
  value: string;
}

export interface Total {
  type: TotalType;
  amount: number;
}

export type TotalType = 'subtotal' | 'items_discount' | 'fulfillment' | 'tax' | 'fee' | 'total';

export type TransferKind = 'sale' | 'collection' | 'rejection' | 'refund' | 'payout' | 'adjustment' | 'cancellation';

export interface UnitMeasure {
  measure: number;
  unit: MeasureUnit;
  base: number;
  base_unit: MeasureUnit;
}

export interface UnitPricing {
  amount: number;
  base: number;
  unit: MeasureUnit;
}

export interface Unsubscribed {
  topic: MailTopic;
}

export interface Variant {
  id: string;
  options: VariantOption[];
  image: string;
  gtin: string;
  offers: Offer[];
}

export interface VariantOption {
  name: string;
  value: string;
}

export interface WeightTier {
  up_to: number;
  fee: number;
}

export interface Wholesale {
  price: number;
  retail_min?: number;
  retail_max?: number;
  retail_min_bp?: number;
  retail_max_bp?: number;
  retail_of?: RetailBase;
}

export interface WrittenGuide {
  name: string;
  markdown: string;
  updated_at: string;
}

export interface Zone {
  countries?: string[];
  postcode_prefixes?: string[];
  rate?: Rate;
}

/** Every stable error code. */
export type ErrorCode =
  | 'malformed_json'
  | 'wrong_kind'
  | 'missing_field'
  | 'unknown_field'
  | 'duplicate_field'
  | 'out_of_range'
  | 'invalid_format'
  | 'too_large'
  | 'unknown_command'
  | 'unknown_site'
  | 'unknown_product'
  | 'unknown_offer'
  | 'unknown_option'
  | 'duplicate_offer'
  | 'out_of_stock'
  | 'currency_mismatch'
  | 'not_deliverable'
  | 'pickup_only'
  | 'outside_service_area'
  | 'corrupt_catalog'
  | 'session_incomplete'
  | 'session_expired'
  | 'session_closed'
  | 'total_changed'
  | 'invalid_transition'
  | 'terms_exceed_price'
  | 'negative_margin'
  | 'no_wholesale_price'
  | 'circular_fees'
  | 'overlapping_rules'
  | 'retroactive'
  | 'refund_exceeds_charge'
  | 'payout_exceeds_balance'
  | 'own_product'
  | 'idempotency_key_missing'
  | 'idempotency_in_flight'
  | 'idempotency_mismatch'
  | 'forbidden_origin'
  | 'unauthorized'
  | 'not_found'
  | 'method_not_allowed'
  | 'unsupported_media_type'
  | 'rate_limited'
  | 'unavailable'
  | 'internal';

/** The commands of the core, and of `POST /v1/sites/{site_id}/commands/{command}`. */
export interface Commands {
  'catalog.products': { request: ProductsRequest; response: ProductPage };
  'catalog.product': { request: ProductRequest; response: Product };
  'catalog.companions': { request: CompanionsRequest; response: CompanionList };
  'catalog.search': { request: SearchRequest; response: SearchAnswer };
  'catalog.sellers': { request: SellersRequest; response: SellerList };
  'cart.update': { request: CartUpdate; response: Cart };
  'cart.source': { request: SourcingRequest; response: CartSourcing };
  'cart.marginal': { request: MarginalRequest; response: MarginalList };
  'guide.kit': { request: KitRequest; response: Kit };
  'quote': { request: QuoteRequest; response: Quote };
  'shares': { request: SharesRequest; response: Shares };
  'retail': { request: RetailRequest; response: RetailPrice };
}

/** The JSON routes of the server. */
export interface Endpoints {
  'POST /v1/checkout_sessions': { request: CheckoutCreate; response: CheckoutSession };
  'GET /v1/checkout_sessions/{id}': { request: Nothing; response: CheckoutSession };
  'POST /v1/checkout_sessions/{id}': { request: CheckoutUpdate; response: CheckoutSession };
  'POST /v1/checkout_sessions/{id}/complete': { request: CheckoutComplete; response: CheckoutSession };
  'POST /v1/checkout_sessions/{id}/cancel': { request: Nothing; response: CheckoutSession };
  'GET /v1/orders/{token}': { request: Nothing; response: OrderGroup };
  'POST /v1/orders/{token}/replacement': { request: ReplacementAnswer; response: OrderGroup };
  'POST /v1/orders/{token}/cancel': { request: Cancellation; response: OrderGroup };
  'POST /v1/orders/{token}/appointments': { request: AppointmentAcceptance; response: OrderGroup };
  'GET /v1/order_states/{key}': { request: Nothing; response: OrderState };
  'POST /v1/orders/{token}/reviews': { request: ReviewWish; response: OrderGroup };
  'GET /v1/sites/{site_id}/products/{product_id}/reviews': { request: Nothing; response: ProductReviews };
  'GET /v1/sites/{site_id}/products/{product_id}/related': { request: Nothing; response: RelatedList };
  'GET /v1/seller/reviews': { request: Nothing; response: SellerReviews };
  'POST /v1/seller/reviews/{id}/answer': { request: ReviewAnswer; response: SellerReview };
  'GET /v1/seller/orders': { request: Nothing; response: OrderList };
  'GET /v1/seller/orders/{id}': { request: Nothing; response: SellerOrder };
  'POST /v1/seller/orders/{id}/acknowledge': { request: Nothing; response: SellerOrder };
  'POST /v1/seller/orders/{id}/appointments': { request: AppointmentReply; response: SellerOrder };
  'POST /v1/seller/orders/{id}/reject': { request: Rejection; response: SellerOrder };
  'POST /v1/seller/orders/{id}/ship': { request: Shipment; response: SellerOrder };
  'GET /v1/seller/deliveries': { request: Nothing; response: DeliveryLog };
  'POST /v1/seller/deliveries/replay': { request: ReplayRequest; response: Replayed };
  'GET /v1/seller/endpoint': { request: Nothing; response: DeliveryStatus };
  'POST /v1/seller/endpoint': { request: EndpointWish; response: DeliveryStatus };
  'POST /v1/seller/endpoint/trial': { request: Nothing; response: EndpointTrial };
  'POST /v1/seller/webhook_secret': { request: Nothing; response: RotatedSecret };
  'POST /v1/seller/webhook_key': { request: Nothing; response: RotatedSigningKey };
  'GET /v1/seller/setup': { request: Nothing; response: SellerSetup };
  'GET /v1/seller/profile': { request: Nothing; response: Seller };
  'POST /v1/seller/profile': { request: Seller; response: Seller };
  'POST /v1/seller/profile/preview': { request: ProfilePreview; response: Quote };
  'GET /v1/seller/holiday': { request: Nothing; response: HolidayState };
  'POST /v1/seller/holiday': { request: HolidayWish; response: HolidayState };
  'GET /v1/seller/offers': { request: Nothing; response: SellerOffers };
  'POST /v1/seller/offers': { request: OfferUpdates; response: OffersUpdated };
  'POST /v1/seller/offers/{sku}': { request: OfferTerms; response: OffersUpdated };
  'GET /v1/seller/services/{sku}': { request: Nothing; response: SellerService };
  'POST /v1/seller/imports': { request: Nothing; response: ImportReport };
  'GET /v1/seller/terms': { request: Nothing; response: TermsHistory };
  'POST /v1/seller/terms': { request: Terms; response: TermsHistory };
  'GET /v1/seller/agreements': { request: Nothing; response: AgreementList };
  'POST /v1/seller/agreements/{site_id}': { request: AgreementWish; response: Agreement };
  'POST /v1/seller/orders/{id}/refund': { request: RefundRequest; response: Refund };
  'GET /v1/seller/statements/{month}': { request: Nothing; response: Statement };
  'GET /v1/presenter/sellers': { request: Nothing; response: PresentableSellers };
  'POST /v1/presenter/sites/{site_id}/agreements/{seller_id}': { request: AgreementWish; response: Agreement };
  'GET /v1/presenter/sites/{site_id}/endorsements': { request: Nothing; response: EndorsementList };
  'POST /v1/presenter/sites/{site_id}/endorsements/{product_id}': { request: EndorsementWish; response: EndorsementList };
  'GET /v1/presenter/orders': { request: Nothing; response: PresentedOrders };
  'GET /v1/presenter/statements/{month}': { request: Nothing; response: Statement };
  'GET /v1/presenter/pages/{month}': { request: Nothing; response: EarningPages };
  'GET /v1/presenter/setup': { request: Nothing; response: PresenterSetup };
  'GET /v1/presenter/sites': { request: Nothing; response: SiteList };
  'POST /v1/presenter/sites': { request: Site; response: Site };
  'POST /v1/presenter/sites/{site_id}': { request: SiteChange; response: Site };
  'GET /v1/presenter/sites/{site_id}/products': { request: Nothing; response: FoundProducts };
  'GET /v1/presenter/sites/{site_id}/retail_prices': { request: Nothing; response: RetailPrices };
  'POST /v1/presenter/sites/{site_id}/retail_prices': { request: RetailChange; response: RetailProduct };
  'GET /v1/presenter/sites/{site_id}/retail_prices/history': { request: Nothing; response: RetailHistory };
  'GET /v1/presenter/sites/{site_id}/arrangement': { request: Nothing; response: SiteArrangement };
  'POST /v1/presenter/sites/{site_id}/arrangement': { request: Arrangement; response: SiteArrangement };
  'GET /v1/presenter/sites/{site_id}/theme': { request: Nothing; response: SiteTheme };
  'POST /v1/presenter/sites/{site_id}/theme': { request: SiteTheme; response: SiteTheme };
  'GET /v1/presenter/sites/{site_id}/guides': { request: Nothing; response: GuideList };
  'GET /v1/presenter/sites/{site_id}/guides/{name}': { request: Nothing; response: WrittenGuide };
  'POST /v1/presenter/sites/{site_id}/guides/{name}': { request: GuideText; response: GuideReading };
  'POST /v1/presenter/sites/{site_id}/guides/{name}/preview': { request: GuideText; response: GuideReading };
  'GET /v1/operator/tasks': { request: Nothing; response: OperatorTasks };
  'GET /v1/operator/sellers': { request: Nothing; response: ListedSellers };
  'POST /v1/operator/sellers/{seller_id}/approval': { request: Approval; response: ListedSeller };
  'POST /v1/operator/sellers/{seller_id}/replay': { request: Nothing; response: Replayed };
  'GET /v1/operator/deliveries': { request: Nothing; response: DeliveryLog };
  'GET /v1/operator/sites': { request: Nothing; response: ListedSites };
  'GET /v1/operator/retail_prices': { request: Nothing; response: SitePrices };
  'GET /v1/operator/sites/{site_id}/retail_prices': { request: Nothing; response: RetailPrices };
  'GET /v1/operator/sites/{site_id}/retail_prices/history': { request: Nothing; response: RetailHistory };
  'GET /v1/operator/accounts': { request: Nothing; response: ListedAccounts };
  'GET /v1/operator/reviews': { request: Nothing; response: ListedReviews };
  'POST /v1/operator/reviews/{id}/publish': { request: Nothing; response: ListedReview };
  'POST /v1/operator/reviews/{id}/decline': { request: ReviewRefusal; response: ListedReview };
  'GET /v1/operator/health': { request: Nothing; response: Health };
  'POST /v1/operator/mails/replay': { request: Nothing; response: Replayed };
  'GET /v1/operator/fees': { request: Nothing; response: FeeHistory };
  'POST /v1/operator/fees': { request: OperatorFee; response: FeeHistory };
  'GET /v1/keys': { request: Nothing; response: KeyList };
  'POST /v1/keys': { request: KeyWish; response: NewKey };
  'POST /v1/keys/{id}/revoke': { request: Nothing; response: KeyState };
  'GET /v1/accounts': { request: Nothing; response: SignUp };
  'POST /v1/accounts': { request: NewAccount; response: Account };
  'POST /v1/sign_in': { request: SignIn; response: Account };
  'POST /v1/sign_out': { request: Nothing; response: Nothing };
  'POST /v1/password/forgotten': { request: ForgottenPassword; response: Nothing };
  'POST /v1/password/reset': { request: PasswordReset; response: Account };
  'POST /v1/passkeys/challenge': { request: Nothing; response: PasskeyChallenge };
  'POST /v1/passkeys/sign_in': { request: PasskeySignIn; response: Account };
  'POST /v1/invitations/look': { request: LinkToken; response: InvitationOffer };
  'GET /v1/account': { request: Nothing; response: Account };
  'POST /v1/account/password': { request: PasswordChange; response: Account };
  'POST /v1/account/email': { request: EmailChange; response: Account };
  'POST /v1/account/email/resend': { request: Nothing; response: Account };
  'POST /v1/account/email/confirm': { request: LinkToken; response: Account };
  'POST /v1/account/mails': { request: MailChoice; response: Account };
  'POST /unsubscribe/{token}': { request: Nothing; response: Unsubscribed };
  'GET /v1/billing': { request: Nothing; response: BillingState };
  'POST /v1/billing': { request: Billing; response: BillingState };
  'GET /v1/documents/{month}': { request: Nothing; response: InvoiceDocuments };
  'POST /v1/account/invitations': { request: LinkToken; response: AccountMember };
  'GET /v1/account/passkeys': { request: Nothing; response: PasskeyList };
  'POST /v1/account/passkeys/challenge': { request: PasskeyStart; response: PasskeyChallenge };
  'POST /v1/account/passkeys': { request: PasskeyRegistration; response: PasskeyList };
  'POST /v1/account/passkeys/{id}/remove': { request: Nothing; response: PasskeyList };
  'GET /v1/team': { request: Nothing; response: Team };
  'POST /v1/team/invitations': { request: InvitationWish; response: Invitation };
  'POST /v1/team/invitations/{id}/revoke': { request: Nothing; response: Team };
  'POST /v1/team/members/{id}': { request: RightChange; response: Team };
  'POST /v1/team/members/{id}/remove': { request: Nothing; response: Team };
  'POST /v1/team/leave': { request: Nothing; response: Nothing };
  'POST /v1/account/sellers': { request: Seller; response: AccountMember };
  'POST /v1/account/sites': { request: Site; response: Site };
}

/** What somebody who acts for a member needs for a route that changes something. */
export const rights: Partial<Record<keyof Endpoints, Right>> = {
  'POST /v1/seller/reviews/{id}/answer': 'orders',
  'POST /v1/seller/orders/{id}/acknowledge': 'orders',
  'POST /v1/seller/orders/{id}/appointments': 'orders',
  'POST /v1/seller/orders/{id}/reject': 'orders',
  'POST /v1/seller/orders/{id}/ship': 'orders',
  'POST /v1/seller/deliveries/replay': 'orders',
  'POST /v1/seller/endpoint': 'manage',
  'POST /v1/seller/endpoint/trial': 'manage',
  'POST /v1/seller/webhook_secret': 'manage',
  'POST /v1/seller/webhook_key': 'manage',
  'POST /v1/seller/profile': 'manage',
  'POST /v1/seller/profile/preview': 'read',
  'POST /v1/seller/holiday': 'manage',
  'POST /v1/seller/offers': 'manage',
  'POST /v1/seller/offers/{sku}': 'manage',
  'POST /v1/seller/imports': 'manage',
  'POST /v1/seller/terms': 'manage',
  'POST /v1/seller/agreements/{site_id}': 'manage',
  'POST /v1/seller/orders/{id}/refund': 'orders',
  'POST /v1/presenter/sites/{site_id}/agreements/{seller_id}': 'manage',
  'POST /v1/presenter/sites/{site_id}/endorsements/{product_id}': 'manage',
  'POST /v1/presenter/sites': 'manage',
  'POST /v1/presenter/sites/{site_id}': 'manage',
  'POST /v1/presenter/sites/{site_id}/retail_prices': 'manage',
  'POST /v1/presenter/sites/{site_id}/arrangement': 'manage',
  'POST /v1/presenter/sites/{site_id}/theme': 'manage',
  'POST /v1/presenter/sites/{site_id}/guides/{name}': 'manage',
  'POST /v1/presenter/sites/{site_id}/guides/{name}/preview': 'read',
  'POST /v1/operator/sellers/{seller_id}/approval': 'manage',
  'POST /v1/operator/sellers/{seller_id}/replay': 'orders',
  'POST /v1/operator/reviews/{id}/publish': 'orders',
  'POST /v1/operator/reviews/{id}/decline': 'orders',
  'POST /v1/operator/mails/replay': 'orders',
  'POST /v1/operator/fees': 'owner',
  'POST /v1/keys': 'owner',
  'POST /v1/keys/{id}/revoke': 'owner',
  'POST /v1/billing': 'manage',
  'POST /v1/team/invitations': 'owner',
  'POST /v1/team/invitations/{id}/revoke': 'owner',
  'POST /v1/team/members/{id}': 'owner',
  'POST /v1/team/members/{id}/remove': 'owner',
  'POST /v1/team/leave': 'read',
};
