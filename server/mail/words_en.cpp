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
    .carried_out_subject = "{1} has carried out your order.",
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
    .day_confirmed_subject = "{1} comes on the day that you wished.",
    .day_confirmed_text = "{1} has taken your order on and confirms the day.",
    .day_proposed_subject = "{1} proposes another day.",
    .day_proposed_text =
        "The day that you wished does not suit {1}. On your order page you can accept the proposed "
        "day, or cancel the order.",
    .day_accepted_subject = "Order {1}: your day is accepted",
    .day_accepted_text =
        "The customer agrees to the day that you proposed for order {1}. The order counts as "
        "accepted by you.",
    .placed_at = "Placed on {1}",
    .order_number = "Order number",
    .open_order = "Open your order page",
    .keep_link =
        "Keep this link: it is your way back to the order and shows what each seller does. Whoever "
        "has it sees the order.",
    .deliver_to = "Delivery address",
    .visit_at = "Where it takes place",
    .contact = "Contact",
    .own_note = "Your note",
    .note = "Note of the customer",
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
    .wished = "Wished day: {1}",
    .proposed_day = "Proposed day: {1}",
    .agreed_day = "Agreed day: {1}",
    .morning = "Morning",
    .afternoon = "Afternoon",
    .evening = "Evening",
    .free = "Free",
    .pickup_at = "Collect at {1}",
    .returns = "Returns",
    .returned_free = "{1} from receipt; sending it back is free ({2}).",
    .returned_paid = "{1} from receipt; you pay for sending it back ({2}).",
    .never_returned = "No returns beyond your legal rights ({1}).",
    .subtotal = "Goods",
    .services = "Services",
    .items_discount = "Discount",
    .fulfillment = "Delivery",
    .travel = "Travel",
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
    .invitation_subject = "Invitation to {1}",
    .invitation_text = "{1} invites you to work for {2}.",
    .invitation_by_none = "You are invited to work for {1}.",
    .invitation_right = "What you may do",
    .rights = {"Look at everything", "Look at everything and do the day's work",
               "Manage everything but the team and the keys", "Everything, as an owner"},
    .invitation_open = "See the invitation",
    .password_subject = "Set a new password",
    .password_text =
        "Somebody, probably you, has forgotten the password of your account. With this link you "
        "set a new one.",
    .email_subject = "Confirm your e-mail address",
    .email_text = "With this link you confirm that this address is yours.",
    .link_until = "The link opens once, until {1}.",
    .not_you = "If this was not you, there is nothing to do.",
    .changed_subject = "Your account was changed",
    .changed = {"Your password was changed. Everybody who was signed in is signed out.",
                "Your e-mail address is now {1}.",
                "The passkey “{1}” was added: it signs in to your account.",
                "The passkey “{1}” was removed: it does not sign in any more."},
    .changed_not_you =
        "If this was not you, set a new password at once and look at who else may sign in. Ask the "
        "operator where that does not work.",
    .open_console = "Open the console",
    .statement_subject = "Statement of {2} for {1}",
    .statement_text =
        "{1} is over. The statement of {2} is ready: each sale, share, refund and payment of the "
        "month.",
    .statement_open = "Open the statement",
    .statement_stop =
        "You get this after each month in which something happened. On the page Your account you "
        "can turn it off.",
    .unsubscribe = "Do not send me these any more",
    .moved_subject = "Prices of {1} have moved",
    .moved_text =
        "Sellers have changed what you may ask for these products. Customers pay another price "
        "than you set, until you set one that is allowed.",
    .moved_fits = {"not sold wholesale any more: the seller’s price", "as you set it",
                   "raised to the lowest allowed", "lowered to the highest allowed",
                   "no price is allowed: the seller’s price"},
    .moved_wished = "You set {1}",
    .moved_more = "And {1} more.",
    .moved_open = "See your prices",
    .moved_stop = "You get this at most once a day. On the page Your account you can turn it off.",
    .approved_subject = "{1} is approved",
    .approved_text = "The operator has looked at your shop. Sites may show your goods from now on.",
    .refused_subject = "{1} is not approved",
    .refused_text =
        "The operator does not let sites show your goods. When you correct it on the page "
        "Business, you ask anew.",
    .accepted_subject = "{1} has accepted your application",
    .accepted_text = "{2} may show the goods of {1} from now on.",
    .not_accepted_subject = "{1} has declined your application",
    .not_accepted_text = "{1} does not let {2} show its goods.",
    .why_customer = "You get this e-mail because you ordered at {1}.",
    .why_seller = "You get this e-mail because you sell at {1}.",
    .why_account = "You get this e-mail because of your account at {1}.",
};

}  // namespace vitrine
