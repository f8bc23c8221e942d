#include "vitrine/tax.hpp"

#include <algorithm>

namespace vitrine {

Result<ParcelTax> taxParcel(const Seller& seller, std::string_view country,
                            const std::vector<TaxedGoods>& goods, Amount fee) {
  std::vector<std::string_view> categories;
  for (const auto& one : goods) categories.push_back(one.category);
  std::sort(categories.begin(), categories.end());
  categories.erase(std::unique(categories.begin(), categories.end()), categories.end());

  std::vector<std::int64_t> values(categories.size(), 0);
  for (const auto& one : goods) {
    const auto place = std::lower_bound(categories.begin(), categories.end(), one.category);
    values[static_cast<std::size_t>(place - categories.begin())] += one.value;
  }
  const auto carriage = allocate(fee, values);

  ParcelTax answer;
  answer.goods.assign(goods.size(), 0);
  for (std::size_t c = 0; c < categories.size(); ++c) {
    const auto ppm = taxRate(seller, country, categories[c]);
    const bool included = seller.prices_include_tax;
    const auto base = add(values[c], carriage[c]);
    if (!base) return base.error();
    const auto tax = scale(*base, ppm, included ? 1'000'000 + ppm : 1'000'000);
    if (!tax) return tax.error();

    std::vector<std::int64_t> bases;  // of each line, then of the delivery
    for (const auto& one : goods) bases.push_back(one.category == categories[c] ? one.value : 0);
    bases.push_back(carriage[c]);
    const auto shares = allocate(*tax, bases);
    for (std::size_t i = 0; i < goods.size(); ++i) answer.goods[i] += shares[i];
    answer.delivery += shares.back();
    answer.lines.push_back(
        {std::string(categories[c]), ppm, included ? *base - *tax : *base, *tax, included});
  }
  return answer;
}

std::int64_t taxRate(const Seller& seller, std::string_view country, std::string_view category) {
  for (const auto& rate : seller.tax_rates) {
    if (rate.country == country && rate.category == category) return rate.rate_ppm;
  }
  return 0;
}

Fault addTax(std::vector<TaxLine>& taxes, const TaxLine& line) {
  const auto same = std::find_if(taxes.begin(), taxes.end(), [&](const TaxLine& t) {
    return t.category == line.category && t.rate_ppm == line.rate_ppm &&
           t.included == line.included;
  });
  if (same == taxes.end()) {
    taxes.push_back(line);
    return {};
  }
  const auto net = add(same->net, line.net);
  const auto amount = add(same->amount, line.amount);
  if (!net) return net.error();
  if (!amount) return amount.error();
  same->net = *net;
  same->amount = *amount;
  return {};
}

}  // namespace vitrine
