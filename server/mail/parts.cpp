#include "mail/parts.hpp"

#include <algorithm>

namespace vitrine {
namespace {

/// How long a delivery takes, in working days.
Phrase transit(const Fulfillment& fulfillment, const Speech& speech) {
  const auto [min, max] = std::pair(fulfillment.min_days, fulfillment.max_days);
  if (max == 0) return plain(speech.words().today);
  if (min == 0) return filled(speech.words().within, {speech.days(max, max)});
  return given(speech.days(min, max));
}

/// When a service is given, in the words for a wish or an answer.
Phrase inWords(std::string_view text, const Appointment& wish, const Speech& speech) {
  const auto& words = speech.words();
  auto day = speech.day(wish.day);
  const auto add = [&](std::string_view part) { day.append(" · ").append(part); };
  if (wish.part == DayPart::morning) add(words.morning);
  if (wish.part == DayPart::afternoon) add(words.afternoon);
  if (wish.part == DayPart::evening) add(words.evening);
  return filled(text, {day});
}

/// When a customer wishes a service, and what its giver says to that.
void addDays(const SellerOrder& order, const LineItem& line, const Speech& speech, Row& row) {
  const auto& words = speech.words();
  const auto& answer = order.appointment_answer;
  const auto add = [&](std::string_view text, const std::vector<Appointment>& days) {
    for (const auto& each : days)
      if (each.offer_id == line.offer_id) row.notes.push_back(inWords(text, each, speech));
  };
  const bool proposed = answer && answer->state == AppointmentState::proposed;
  if (!answer || proposed) add(words.wished, order.appointments);
  if (answer) add(proposed ? words.proposed_day : words.agreed_day, answer->appointments);
}

Phrase inWords(const ReturnPolicy& policy, const Speech& speech) {
  const auto& words = speech.words();
  std::vector<std::string> countries;
  for (const auto& code : policy.countries) countries.push_back(speech.country(code));
  const auto where = speech.list(countries);
  if (policy.days == 0) return filled(words.never_returned, {where});
  const auto days = static_cast<std::int32_t>(policy.days);
  const bool free = policy.paid_by == ReturnFees::seller;
  return filled(free ? words.returned_free : words.returned_paid, {speech.days(days, days), where});
}

std::string_view nameOf(TotalType type, bool services, const MailWords& words) {
  switch (type) {
    case TotalType::subtotal:
      return services ? words.services : words.subtotal;
    case TotalType::items_discount:
      return words.items_discount;
    case TotalType::fulfillment:
      return services ? words.travel : words.fulfillment;
    case TotalType::tax:
      return words.tax;
    case TotalType::fee:
      return words.fee;
    case TotalType::total:
      return words.total;
  }
  fatal("a total without a name");
}

}  // namespace

Rows linesOf(const SellerOrder& order, const Speech& speech, bool with_sku) {
  const auto& words = speech.words();
  const auto money = [&](Amount amount) { return given(speech.money(amount, order.currency)); };
  Rows table;
  for (const auto& line : order.line_items) {
    Row row{given(line.title), {}, money(line.subtotal)};
    std::vector<Phrase> options;
    for (const auto& option : line.options) options.push_back(given(option.value));
    if (!options.empty()) row.notes.push_back(joined(options, ", "));
    if (with_sku) row.notes.push_back(joined({plain(words.sku), given(line.sku)}, " "));
    row.notes.push_back(filled(words.times, {speech.number(line.quantity),
                                             speech.money(line.unit_price, order.currency)}));
    addDays(order, line, speech, row);
    table.rows.push_back(std::move(row));
  }
  for (const auto& parcel : order.fulfillments) {
    Row row{given(parcel.title), {transit(parcel, speech)}, {}};
    row.value = parcel.amount == 0 ? plain(words.free) : money(parcel.amount);
    if (parcel.kind == ShippingKind::pickup && !parcel.pickup_address.empty())
      row.notes.push_back(filled(words.pickup_at, {parcel.pickup_address}));
    table.rows.push_back(std::move(row));
  }
  for (const auto& [type, amount] : order.totals) {
    const bool always = type == TotalType::total;
    if (amount != 0 || always)
      table.rows.push_back(
          {plain(nameOf(type, isCarriedOut(order), words)), {}, money(amount), always});
  }
  return table;
}

Paragraph taxesOf(const SellerOrder& order, const Speech& speech) {
  Paragraph taxes{{}, true};
  for (const auto& tax : order.taxes) {
    if (tax.amount == 0) continue;
    const auto& words = tax.included ? speech.words().included_tax : speech.words().added_tax;
    taxes.lines.push_back(
        filled(words, {speech.percent(tax.rate_ppm), speech.money(tax.amount, order.currency)}));
  }
  return taxes;
}

std::vector<Paragraph> aboutSeller(const SellerInfo& seller, const Speech& speech) {
  Paragraph who{{given(seller.name)}, true};
  if (!seller.address.empty()) who.lines.push_back(given(seller.address));
  if (!seller.email.empty()) who.lines.push_back(given(seller.email));
  Paragraph returns{{plain(speech.words().returns)}, true};
  if (seller.return_policy) returns.lines.push_back(inWords(*seller.return_policy, speech));
  if (!seller.return_terms.empty()) returns.lines.push_back(given(seller.return_terms));
  if (seller.return_policy && !seller.return_policy->url.empty())
    returns.lines.push_back(given(seller.return_policy->url));
  if (returns.lines.size() == 1) return {who};
  return {who, returns};
}

Paragraph addressLines(const Address& address, const Speech& speech) {
  Paragraph lines;
  const auto add = [&](const std::string& line) {
    if (line.find_first_not_of(' ') != line.npos) lines.lines.push_back(given(line));
  };
  add(address.name);
  add(address.line1);
  add(address.line2);
  add(address.postcode + ' ' + address.city);
  add(speech.country(address.country));
  return lines;
}

namespace {

bool all(const SellerOrder& order, bool (*holds)(ShippingKind)) {
  return !order.fulfillments.empty() &&
         std::all_of(order.fulfillments.begin(), order.fulfillments.end(),
                     [&](const Fulfillment& each) { return holds(each.kind); });
}

}  // namespace

bool isCollected(const SellerOrder& order) {
  return all(order, [](ShippingKind kind) { return kind == ShippingKind::pickup; });
}

bool isCarriedOut(const SellerOrder& order) {
  return all(order, [](ShippingKind kind) { return isForServices(kind); });
}

}  // namespace vitrine
