#include "mail/words.hpp"

namespace vitrine {

/// The words of e-mails in German.
const MailWords germanMail{
    .right_to_left = false,
    .confirmed_subject = "Ihre Bestellung bei {1}",
    .confirmed_title = "Vielen Dank. Ihre Bestellung ist eingegangen.",
    .confirmed_text = "Der Händler hat Ihre Bestellung und kümmert sich um alles Weitere.",
    .confirmed_texts =
        "Jeder Händler hat seinen Teil Ihrer Bestellung und kümmert sich um alles Weitere.",
    .shipped_subject = "{1} hat Ihre Bestellung versandt.",
    .collect_subject = "Ihre Bestellung liegt bei {1} zur Abholung bereit.",
    .carried_out_subject = "{1} hat Ihren Auftrag ausgeführt.",
    .rejected_subject = "{1} konnte Ihre Bestellung nicht annehmen.",
    .replaced_subject = "Jetzt bestellt bei: {1}.",
    .replaced_title = "Ihr Ersatz ist bestellt.",
    .new_order_subject = "Neue Bestellung {1} bei {2}",
    .new_order_title = "Sie haben eine neue Bestellung",
    .new_order_text = "Ein Kunde von {1} hat dies bei Ihnen bestellt.",
    .too_late_subject = "Bestellung {1} ist verfallen",
    .too_late_text =
        "Bestellung {1} wurde nicht rechtzeitig beantwortet. Sie gilt als abgelehnt: Bitte nicht "
        "mehr versenden.",
    .cancelled_subject = "Ihre Bestellung ist storniert.",
    .cancelled_text = "Sie haben storniert, was Sie bei {1} bestellt hatten.",
    .seller_cancelled_subject = "Bestellung {1} wurde storniert",
    .seller_cancelled_text =
        "Bestellung {1} wurde storniert, bevor Sie sie angenommen haben. Bitte versenden Sie sie "
        "nicht.",
    .day_confirmed_subject = "{1} kommt an Ihrem Wunschtag.",
    .day_confirmed_text = "{1} hat Ihren Auftrag angenommen und bestätigt den Tag.",
    .day_proposed_subject = "{1} schlägt einen anderen Tag vor.",
    .day_proposed_text =
        "Der gewünschte Tag passt {1} nicht. Auf Ihrer Bestellseite können Sie den "
        "vorgeschlagenen Tag annehmen oder stornieren.",
    .day_accepted_subject = "Bestellung {1}: Ihr Tag ist angenommen",
    .day_accepted_text =
        "Der Kunde ist mit dem Tag einverstanden, den Sie für Bestellung {1} vorgeschlagen haben. "
        "Die Bestellung gilt als von Ihnen angenommen.",
    .placed_at = "Bestellt am {1}",
    .order_number = "Bestellnummer",
    .open_order = "Zur Bestellseite",
    .keep_link =
        "Bitte diesen Link aufheben: Er führt zurück zur Bestellung und zeigt, was jeder Händler "
        "tut. Wer ihn hat, sieht die Bestellung.",
    .deliver_to = "Lieferadresse",
    .visit_at = "Ort der Ausführung",
    .contact = "Kontakt",
    .own_note = "Ihre Nachricht",
    .note = "Nachricht des Kunden",
    .how_to_pay = "Zahlung",
    .invoice = "Rechnung",
    .invoice_text =
        "Jeder Händler schickt Ihnen eine eigene Rechnung. Bitte zahlen Sie jede an den Händler, "
        "der darauf steht.",
    .pay_on_delivery = "Zahlung bei Lieferung oder Abholung",
    .pay_on_delivery_text = "Bitte halten Sie diese Beträge bei Lieferung oder Abholung bereit.",
    .summary = "Übersicht",
    .seller_contract = "Sie kaufen bei den hier genannten Händlern und zahlen an jeden von ihnen.",
    .times = "{1} × {2}",
    .sku = "Artikelnummer",
    .today = "heute",
    .within = "bis zu {1}",
    .wished = "Gewünschter Tag: {1}",
    .proposed_day = "Vorgeschlagener Tag: {1}",
    .agreed_day = "Vereinbarter Tag: {1}",
    .morning = "Vormittags",
    .afternoon = "Nachmittags",
    .evening = "Abends",
    .free = "Kostenlos",
    .pickup_at = "Abholung: {1}",
    .returns = "Rückgabe",
    .returned_free = "{1} ab Erhalt; die Rücksendung ist kostenlos ({2}).",
    .returned_paid = "{1} ab Erhalt; die Rücksendung zahlen Sie ({2}).",
    .never_returned = "Keine Rücknahme über Ihre gesetzlichen Rechte hinaus ({1}).",
    .subtotal = "Waren",
    .services = "Leistungen",
    .items_discount = "Rabatt",
    .fulfillment = "Lieferung",
    .travel = "Anfahrt",
    .tax = "Steuer",
    .fee = "Gebühren",
    .total = "Gesamtsumme",
    .included_tax = "enthält {2} MwSt. ({1})",
    .added_tax = "zuzüglich {2} MwSt. ({1})",
    .carrier = "Zusteller",
    .tracking = "Sendungsnummer",
    .declined = "{1} konnte diesen Teil Ihrer Bestellung nicht annehmen.",
    .reason = "Grund",
    .nothing_owed = "Sie zahlen ihn nicht.",
    .replaced_by = "Jetzt bestellt bei: {1}.",
    .replacement_title = "Andere haben diese Waren",
    .replacement_text = "Von {1} für {2}, Lieferung eingeschlossen.",
    .costs_the_same = "Das kostet genauso viel.",
    .costs_less = "Das ist {1} weniger als vorher.",
    .costs_more = "Das ist {1} mehr als vorher.",
    .same_as_ordered = "Der Betrag bleibt wie bestellt.",
    .less_than_ordered = "Das sind {1} weniger als bestellt.",
    .more_than_ordered = "Das sind {1} mehr als bestellt.",
    .invitation_subject = "Einladung zu {1}",
    .invitation_text = "{1} lädt Sie ein, für {2} zu arbeiten.",
    .invitation_by_none = "Sie sind eingeladen, für {1} zu arbeiten.",
    .invitation_right = "Was Sie dürfen",
    .rights = {"Alles ansehen", "Alles ansehen und die tägliche Arbeit tun",
               "Alles verwalten außer Team und Schlüsseln", "Alles, als Inhaber"},
    .invitation_open = "Einladung ansehen",
    .password_subject = "Neues Passwort setzen",
    .password_text =
        "Jemand, vermutlich Sie, hat das Passwort Ihres Kontos vergessen. Mit diesem Link setzen "
        "Sie ein neues.",
    .email_subject = "Bestätigen Sie Ihre E-Mail-Adresse",
    .email_text = "Mit diesem Link bestätigen Sie, dass diese Adresse Ihnen gehört.",
    .link_until = "Der Link gilt einmal, bis {1}.",
    .not_you = "Wenn Sie das nicht waren, ist nichts zu tun.",
    .changed_subject = "Ihr Konto wurde geändert",
    .changed = {"Ihr Passwort wurde geändert. Alle, die angemeldet waren, sind abgemeldet.",
                "Ihre E-Mail-Adresse ist jetzt {1}.",
                "Der Passkey „{1}“ wurde hinzugefügt: er meldet an Ihrem Konto an.",
                "Der Passkey „{1}“ wurde entfernt: er meldet nicht mehr an."},
    .changed_not_you =
        "Wenn Sie das nicht waren, setzen Sie sofort ein neues Passwort und sehen Sie nach, wer "
        "sich noch anmelden kann. Fragen Sie den Betreiber, wenn das nicht geht.",
    .open_console = "Konsole öffnen",
    .statement_subject = "Abrechnung von {2} für {1}",
    .statement_text =
        "Der Monat {1} ist vorbei. Die Abrechnung von {2} liegt bereit: jeder Verkauf, Anteil, "
        "jede Erstattung und Zahlung des Monats.",
    .statement_open = "Abrechnung öffnen",
    .statement_stop =
        "Sie bekommen das nach jedem Monat, in dem etwas geschah. Auf der Seite Ihr Konto können "
        "Sie es abschalten.",
    .unsubscribe = "Diese E-Mails nicht mehr senden",
    .moved_subject = "Preise von {1} haben sich verschoben",
    .moved_text =
        "Verkäufer haben geändert, was Sie für diese Produkte verlangen dürfen. Kundinnen und "
        "Kunden zahlen einen anderen Preis als Ihren, bis Sie einen erlaubten setzen.",
    .moved_fits = {"nicht mehr zum Großhandelspreis: Preis des Verkäufers",
                   "wie Sie ihn gesetzt haben", "auf den niedrigsten erlaubten angehoben",
                   "auf den höchsten erlaubten gesenkt",
                   "kein Preis ist erlaubt: Preis des Verkäufers"},
    .moved_wished = "Ihr Preis: {1}",
    .moved_more = "Und {1} weitere.",
    .moved_open = "Ihre Preise ansehen",
    .moved_stop =
        "Sie bekommen dies höchstens einmal am Tag. Auf der Seite „Ihr Konto“ können Sie es "
        "abstellen.",
    .approved_subject = "{1} ist freigegeben",
    .approved_text =
        "Der Betreiber hat Ihren Laden angesehen. Websites können Ihre Waren ab jetzt zeigen.",
    .refused_subject = "{1} ist nicht freigegeben",
    .refused_text =
        "Der Betreiber lässt Ihre Waren nicht zeigen. Wenn Sie es auf der Seite Geschäft "
        "berichtigen, fragen Sie von Neuem.",
    .accepted_subject = "{1} hat Ihre Bewerbung angenommen",
    .accepted_text = "{2} kann die Waren von {1} ab jetzt zeigen.",
    .not_accepted_subject = "{1} hat Ihre Bewerbung abgelehnt",
    .not_accepted_text = "{1} lässt seine Waren nicht auf {2} zeigen.",
    .why_customer = "Sie erhalten diese E-Mail, weil Sie bei {1} bestellt haben.",
    .why_seller = "Sie erhalten diese E-Mail, weil Sie bei {1} verkaufen.",
    .why_account = "Sie bekommen diese E-Mail wegen Ihres Kontos bei {1}.",
};

}  // namespace vitrine
