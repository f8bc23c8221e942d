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
    .day_confirmed_subject = "{1} vient le jour que vous avez souhaité.",
    .day_confirmed_text = "{1} a accepté votre commande et confirme le jour.",
    .day_proposed_subject = "{1} propose un autre jour.",
    .day_proposed_text =
        "Le jour souhaité ne convient pas à {1}. Sur la page de votre commande, vous pouvez "
        "accepter le jour proposé ou annuler.",
    .day_accepted_subject = "Commande {1} : votre jour est accepté",
    .day_accepted_text =
        "Le client accepte le jour que vous avez proposé pour la commande {1}. La commande compte "
        "comme acceptée par vous.",
    .placed_at = "Passée le {1}",
    .order_number = "Numéro de commande",
    .open_order = "Ouvrir la page de la commande",
    .keep_link =
        "Gardez ce lien : il vous ramène à la commande et montre ce que fait chaque vendeur. Qui "
        "l’a voit la commande.",
    .deliver_to = "Adresse de livraison",
    .visit_at = "Lieu de la prestation",
    .contact = "Coordonnées",
    .own_note = "Votre message",
    .note = "Message du client",
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
    .wished = "Jour souhaité : {1}",
    .proposed_day = "Jour proposé : {1}",
    .agreed_day = "Jour convenu : {1}",
    .morning = "Le matin",
    .afternoon = "L’après-midi",
    .evening = "Le soir",
    .free = "Gratuit",
    .pickup_at = "Retrait : {1}",
    .returns = "Retours",
    .returned_free = "{1} à compter de la réception ; le retour est gratuit ({2}).",
    .returned_paid = "{1} à compter de la réception ; le retour est à vos frais ({2}).",
    .never_returned = "Pas de retour au-delà de vos droits légaux ({1}).",
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
    .invitation_subject = "Invitation pour {1}",
    .invitation_text = "{1} vous invite à travailler pour {2}.",
    .invitation_by_none = "Vous êtes invité à travailler pour {1}.",
    .invitation_right = "Ce que vous pourrez faire",
    .rights = {"Tout consulter", "Tout consulter et faire le travail quotidien",
               "Tout gérer sauf l’équipe et les clés", "Tout, en tant que propriétaire"},
    .invitation_open = "Voir l’invitation",
    .password_subject = "Choisir un nouveau mot de passe",
    .password_text =
        "Quelqu’un, sans doute vous, a oublié le mot de passe de votre compte. Ce lien permet d’en "
        "choisir un nouveau.",
    .email_subject = "Confirmez votre adresse e-mail",
    .email_text = "Ce lien confirme que cette adresse est la vôtre.",
    .link_until = "Le lien sert une seule fois, jusqu’au {1}.",
    .not_you = "Si ce n’était pas vous, il n’y a rien à faire.",
    .changed_subject = "Votre compte a été modifié",
    .changed =
        {"Votre mot de passe a été changé. Toutes les sessions ouvertes sont fermées.",
         "Votre adresse e-mail est désormais {1}.",
         "La clé d’accès « {1} » a été ajoutée : elle permet de se connecter à votre compte.",
         "La clé d’accès « {1} » a été supprimée : elle ne permet plus de se connecter."},
    .changed_not_you =
        "Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe et vérifiez qui "
        "d’autre peut se connecter. Sinon, adressez-vous à l’exploitant.",
    .open_console = "Ouvrir la console",
    .statement_subject = "Relevé de {2} pour {1}",
    .statement_text =
        "Le mois de {1} est terminé. Le relevé de {2} est prêt : chaque vente, part, remboursement "
        "et paiement du mois.",
    .statement_open = "Ouvrir le relevé",
    .statement_stop =
        "Vous recevez ce message après chaque mois où il s’est passé quelque chose. La page Votre "
        "compte permet de ne plus le recevoir.",
    .unsubscribe = "Ne plus m’envoyer ces e-mails",
    .moved_subject = "Des prix de {1} ont changé",
    .moved_text =
        "Des vendeurs ont changé ce que vous pouvez demander pour ces produits. Vos clients paient "
        "un autre prix que le vôtre, jusqu’à ce que vous en fixiez un qui est permis.",
    .moved_fits = {"n’est plus vendu en gros : prix du vendeur", "comme vous l’avez fixé",
                   "relevé au minimum permis", "abaissé au maximum permis",
                   "aucun prix n’est permis : prix du vendeur"},
    .moved_wished = "Votre prix : {1}",
    .moved_more = "Et {1} de plus.",
    .moved_open = "Voir vos prix",
    .moved_stop =
        "Vous recevez ceci au plus une fois par jour. Vous pouvez l’arrêter sur la page Votre "
        "compte.",
    .approved_subject = "{1} est approuvé",
    .approved_text =
        "L’exploitant a examiné votre boutique. Les sites peuvent désormais présenter vos "
        "produits.",
    .refused_subject = "{1} n’est pas approuvé",
    .refused_text =
        "L’exploitant ne laisse pas les sites présenter vos produits. En corrigeant la page "
        "Entreprise, vous demandez de nouveau.",
    .accepted_subject = "{1} a accepté votre demande",
    .accepted_text = "{2} peut désormais présenter les produits de {1}.",
    .not_accepted_subject = "{1} a refusé votre demande",
    .not_accepted_text = "{1} ne laisse pas {2} présenter ses produits.",
    .why_customer = "Vous recevez cet e-mail parce que vous avez commandé sur {1}.",
    .why_seller = "Vous recevez cet e-mail parce que vous vendez sur {1}.",
    .why_account = "Vous recevez cet e-mail en raison de votre compte sur {1}.",
};

}  // namespace vitrine
