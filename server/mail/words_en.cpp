#include "mail/words.hpp"

namespace vitrine {

/// The words of e-mails in English.
const MailWords englishMail{
    .right_to_left = false,
    .confirmed_subject = "Your order at {1}",
    .confirmed_title = "Thank you. Your order is placed.",
    .confirmed_text = "The seller has your order and takes it from here.",
    .confirmed_texts = "Each seller has its part of your order and takes it from here.",
    .shipped_subject = "{1} has shipped your order.",
    .collect_subject = "Your order is ready to collect at {1}.",
    .rejected_subject = "{1} could not accept your order.",
    .replaced_subject = "Now ordered from {1}.",
    .replaced_title = "Your replacement is ordered.",
    .new_order_subject = "New order {1} at {2}",
    .new_order_title = "You have a new order",
    .new_order_text = "A customer of {1} has ordered this from you.",
    .too_late_subject = "Order {1} has lapsed",
    .too_late_text =
        "Order {1} was not answered in time. It counts as rejected: please do not send it.",
    .cancelled_subject = "Your order is cancelled.",
    .cancelled_text = "You have cancelled what you ordered from {1}.",
    .seller_cancelled_subject = "Order {1} was cancelled",
    .seller_cancelled_text =
        "The customer has cancelled order {1} before you took it on. Please do not send it.",
    .placed_at = "Placed on {1}",
    .order_number = "Order number",
    .open_order = "Open your order page",
    .keep_link =
        "Keep this link: it is your way back to the order and shows what each seller does. Whoever "
        "has it sees the order.",
    .deliver_to = "Delivery address",
    .contact = "Contact",
    .how_to_pay = "Payment",
    .invoice = "Invoice",
    .invoice_text =
        "Each seller sends you its own invoice. Please pay each invoice to the seller named on it.",
    .pay_on_delivery = "Pay on delivery or pickup",
    .pay_on_delivery_text =
        "Please have these amounts ready when you receive or collect the goods.",
    .summary = "Summary",
    .seller_contract = "You buy from the sellers named here and pay each of them.",
    .times = "{1} × {2}",
    .sku = "SKU",
    .today = "today",
    .within = "within {1}",
    .free = "Free",
    .pickup_at = "Collect at {1}",
    .returns = "Returns",
    .subtotal = "Goods",
    .items_discount = "Discount",
    .fulfillment = "Delivery",
    .tax = "Tax",
    .fee = "Fees",
    .total = "Total",
    .included_tax = "includes {2} tax at {1}",
    .added_tax = "plus {2} tax at {1}",
    .carrier = "Carrier",
    .tracking = "Tracking number",
    .declined = "{1} could not accept this part of your order.",
    .reason = "Reason",
    .nothing_owed = "You do not pay for it.",
    .replaced_by = "Now ordered from {1}.",
    .replacement_title = "Others have these things",
    .replacement_text = "From {1} for {2}, delivery included.",
    .costs_the_same = "That costs the same.",
    .costs_less = "That is {1} less than before.",
    .costs_more = "That is {1} more than before.",
    .same_as_ordered = "You pay the same as you ordered.",
    .less_than_ordered = "You pay {1} less than you ordered.",
    .more_than_ordered = "You pay {1} more than you ordered.",
    .why_customer = "You get this e-mail because you ordered at {1}.",
    .why_seller = "You get this e-mail because you sell at {1}.",
};

}  // namespace vitrine
