#include "mail/words.hpp"

namespace vitrine {

/// The words of e-mails in French.
const MailWords frenchMail{
    .right_to_left = false,
    .confirmed_subject = "Votre commande sur {1}",
    .confirmed_title = "Merci. Votre commande est passée.",
    .confirmed_text = "Le vendeur a votre commande et s’occupe de la suite.",
    .confirmed_texts = "Chaque vendeur a sa part de votre commande et s’occupe de la suite.",
    .shipped_subject = "{1} a expédié votre commande.",
    .collect_subject = "Votre commande est prête à retirer chez {1}.",
    .carried_out_subject = "{1} a réalisé votre prestation.",
    .rejected_subject = "{1} n’a pas pu accepter votre commande.",
    .replaced_subject = "Commandé maintenant chez {1}.",
    .replaced_title = "Votre remplacement est commandé.",
    .new_order_subject = "Nouvelle commande {1} sur {2}",
    .new_order_title = "Vous avez une nouvelle commande",
    .new_order_text = "Un client de {1} vous a commandé ceci.",
    .too_late_subject = "La commande {1} est caduque",
    .too_late_text =
        "La commande {1} n’a pas reçu de réponse à temps. Elle compte comme refusée : ne "
        "l’expédiez pas.",
    .cancelled_subject = "Votre commande est annulée.",
    .cancelled_text = "Vous avez annulé ce que vous aviez commandé chez {1}.",
    .seller_cancelled_subject = "La commande {1} a été annulée",
    .seller_cancelled_text =
        "La commande {1} a été annulée par le client avant que vous ne l’acceptiez. Merci de ne "
        "pas l’envoyer.",
    .placed_at = "Passée le {1}",
    .order_number = "Numéro de commande",
    .open_order = "Ouvrir la page de la commande",
    .keep_link =
        "Gardez ce lien : il vous ramène à la commande et montre ce que fait chaque vendeur. Qui "
        "l’a voit la commande.",
    .deliver_to = "Adresse de livraison",
    .visit_at = "Lieu de la prestation",
    .contact = "Coordonnées",
    .how_to_pay = "Paiement",
    .invoice = "Facture",
    .invoice_text =
        "Chaque vendeur vous envoie sa propre facture. Payez chacune au vendeur qui y est nommé.",
    .pay_on_delivery = "Paiement à la livraison ou au retrait",
    .pay_on_delivery_text = "Préparez ces montants pour la réception ou le retrait.",
    .summary = "Récapitulatif",
    .seller_contract = "Vous achetez aux vendeurs nommés ici et payez chacun d’eux.",
    .times = "{1} × {2}",
    .sku = "Référence",
    .today = "aujourd’hui",
    .within = "sous {1}",
    .free = "Gratuit",
    .pickup_at = "Retrait : {1}",
    .returns = "Retours",
    .subtotal = "Articles",
    .services = "Prestations",
    .items_discount = "Remise",
    .fulfillment = "Livraison",
    .travel = "Déplacement",
    .tax = "Taxe",
    .fee = "Frais",
    .total = "Total",
    .included_tax = "dont {2} de TVA à {1}",
    .added_tax = "plus {2} de TVA à {1}",
    .carrier = "Transporteur",
    .tracking = "Numéro de suivi",
    .declined = "{1} n’a pas pu accepter cette part de votre commande.",
    .reason = "Raison",
    .nothing_owed = "Vous ne la payez pas.",
    .replaced_by = "Commandé maintenant chez {1}.",
    .replacement_title = "D’autres ont ces articles",
    .replacement_text = "Chez {1} pour {2}, livraison comprise.",
    .costs_the_same = "Le prix est le même.",
    .costs_less = "C’est {1} de moins qu’avant.",
    .costs_more = "C’est {1} de plus qu’avant.",
    .same_as_ordered = "Vous payez autant que commandé.",
    .less_than_ordered = "Vous payez {1} de moins que commandé.",
    .more_than_ordered = "Vous payez {1} de plus que commandé.",
    .why_customer = "Vous recevez cet e-mail parce que vous avez commandé sur {1}.",
    .why_seller = "Vous recevez cet e-mail parce que vous vendez sur {1}.",
};

}  // namespace vitrine
