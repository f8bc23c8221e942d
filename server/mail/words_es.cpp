#include "mail/words.hpp"

namespace vitrine {

/// The words of e-mails in Spanish.
const MailWords spanishMail{
    .right_to_left = false,
    .confirmed_subject = "Su pedido en {1}",
    .confirmed_title = "Gracias. Su pedido está hecho.",
    .confirmed_text = "El vendedor tiene su pedido y se ocupa de lo demás.",
    .confirmed_texts = "Cada vendedor tiene su parte del pedido y se ocupa de lo demás.",
    .shipped_subject = "{1} ha enviado su pedido.",
    .collect_subject = "Su pedido está listo para recoger en {1}.",
    .carried_out_subject = "{1} ha realizado su servicio.",
    .rejected_subject = "{1} no pudo aceptar su pedido.",
    .replaced_subject = "Pedido ahora a {1}.",
    .replaced_title = "La sustitución está pedida.",
    .new_order_subject = "Nuevo pedido {1} en {2}",
    .new_order_title = "Tiene un pedido nuevo",
    .new_order_text = "Un cliente de {1} le ha pedido esto.",
    .too_late_subject = "El pedido {1} ha caducado",
    .too_late_text =
        "El pedido {1} no recibió respuesta a tiempo. Cuenta como rechazado: no lo envíe.",
    .cancelled_subject = "Su pedido está cancelado.",
    .cancelled_text = "Ha cancelado lo que había pedido a {1}.",
    .seller_cancelled_subject = "El pedido {1} se ha cancelado",
    .seller_cancelled_text =
        "El cliente canceló el pedido {1} antes de que usted lo aceptara. Por favor, no lo envíe.",
    .day_confirmed_subject = "{1} viene el día que usted deseaba.",
    .day_confirmed_text = "{1} ha aceptado su pedido y confirma el día.",
    .day_proposed_subject = "{1} propone otro día.",
    .day_proposed_text =
        "El día deseado no le viene bien a {1}. En la página de su pedido puede aceptar el día "
        "propuesto o cancelar.",
    .day_accepted_subject = "Pedido {1}: su día está aceptado",
    .day_accepted_text =
        "El cliente acepta el día que usted propuso para el pedido {1}. El pedido cuenta como "
        "aceptado por usted.",
    .placed_at = "Hecho el {1}",
    .order_number = "Número de pedido",
    .open_order = "Abrir la página del pedido",
    .keep_link =
        "Guarde este enlace: le devuelve al pedido y muestra lo que hace cada vendedor. Quien lo "
        "tiene ve el pedido.",
    .deliver_to = "Dirección de entrega",
    .visit_at = "Lugar del servicio",
    .contact = "Contacto",
    .own_note = "Su mensaje",
    .note = "Mensaje del cliente",
    .how_to_pay = "Pago",
    .invoice = "Factura",
    .invoice_text =
        "Cada vendedor le envía su propia factura. Pague cada una al vendedor que figura en ella.",
    .pay_on_delivery = "Pago a la entrega o al recoger",
    .pay_on_delivery_text = "Tenga preparados estos importes al recibir o recoger la mercancía.",
    .summary = "Resumen",
    .seller_contract = "Compra a los vendedores nombrados aquí y paga a cada uno de ellos.",
    .times = "{1} × {2}",
    .sku = "Referencia",
    .today = "hoy",
    .within = "en {1}",
    .wished = "Día deseado: {1}",
    .proposed_day = "Día propuesto: {1}",
    .agreed_day = "Día acordado: {1}",
    .morning = "Por la mañana",
    .afternoon = "Por la tarde",
    .evening = "Por la noche",
    .free = "Gratis",
    .pickup_at = "Recoger en {1}",
    .returns = "Devoluciones",
    .returned_free = "{1} desde la recepción; la devolución es gratuita ({2}).",
    .returned_paid = "{1} desde la recepción; los gastos de devolución corren por su cuenta ({2}).",
    .never_returned = "Sin devoluciones más allá de sus derechos legales ({1}).",
    .subtotal = "Mercancía",
    .services = "Servicios",
    .items_discount = "Descuento",
    .fulfillment = "Envío",
    .travel = "Desplazamiento",
    .tax = "Impuesto",
    .fee = "Recargos",
    .total = "Total",
    .included_tax = "incluye {2} de IVA al {1}",
    .added_tax = "más {2} de IVA al {1}",
    .carrier = "Transportista",
    .tracking = "Número de seguimiento",
    .declined = "{1} no pudo aceptar esta parte de su pedido.",
    .reason = "Motivo",
    .nothing_owed = "No la paga.",
    .replaced_by = "Pedido ahora a {1}.",
    .replacement_title = "Otros tienen estas cosas",
    .replacement_text = "De {1} por {2}, envío incluido.",
    .costs_the_same = "Cuesta lo mismo.",
    .costs_less = "Son {1} menos que antes.",
    .costs_more = "Son {1} más que antes.",
    .same_as_ordered = "Paga lo mismo que pidió.",
    .less_than_ordered = "Paga {1} menos de lo que pidió.",
    .more_than_ordered = "Paga {1} más de lo que pidió.",
    .invitation_subject = "Invitación a {1}",
    .invitation_text = "{1} le invita a trabajar para {2}.",
    .invitation_by_none = "Ha recibido una invitación para trabajar para {1}.",
    .invitation_right = "Lo que podrá hacer",
    .rights = {"Verlo todo", "Verlo todo y hacer el trabajo diario",
               "Gestionarlo todo salvo el equipo y las claves", "Todo, como propietario"},
    .invitation_open = "Ver la invitación",
    .password_subject = "Elegir una contraseña nueva",
    .password_text =
        "Alguien, probablemente usted, ha olvidado la contraseña de su cuenta. Con este enlace "
        "puede elegir otra.",
    .email_subject = "Confirme su dirección de correo",
    .email_text = "Con este enlace confirma que esta dirección es suya.",
    .link_until = "El enlace sirve una sola vez, hasta el {1}.",
    .not_you = "Si no ha sido usted, no tiene que hacer nada.",
    .changed_subject = "Su cuenta ha cambiado",
    .changed = {"Su contraseña ha cambiado. Se han cerrado todas las sesiones abiertas.",
                "Su dirección de correo es ahora {1}.",
                "Se ha añadido la llave de acceso «{1}»: permite entrar en su cuenta.",
                "Se ha quitado la llave de acceso «{1}»: ya no permite entrar."},
    .changed_not_you =
        "Si no ha sido usted, elija enseguida una contraseña nueva y compruebe quién más puede "
        "entrar. Si no es posible, pregunte al operador.",
    .open_console = "Abrir la consola",
    .statement_subject = "Extracto de {2} de {1}",
    .statement_text =
        "El mes de {1} ha terminado. El extracto de {2} está listo: cada venta, parte, reembolso y "
        "pago del mes.",
    .statement_open = "Abrir el extracto",
    .statement_stop =
        "Recibe este mensaje después de cada mes en que haya ocurrido algo. Puede desactivarlo en "
        "la página Su cuenta.",
    .unsubscribe = "No enviarme más estos correos",
    .moved_subject = "Han cambiado precios de {1}",
    .moved_text =
        "Algunos vendedores han cambiado lo que usted puede pedir por estos productos. Los "
        "clientes pagan otro precio que el suyo hasta que fije uno permitido.",
    .moved_fits = {"ya no se vende al por mayor: precio del vendedor", "como usted lo fijó",
                   "subido al mínimo permitido", "bajado al máximo permitido",
                   "ningún precio está permitido: precio del vendedor"},
    .moved_wished = "Su precio: {1}",
    .moved_more = "Y {1} más.",
    .moved_open = "Ver sus precios",
    .moved_stop =
        "Recibe esto como mucho una vez al día. Puede desactivarlo en la página Su cuenta.",
    .approved_subject = "{1} está aprobado",
    .approved_text =
        "El operador ha revisado su tienda. Los sitios ya pueden mostrar sus productos.",
    .refused_subject = "{1} no está aprobado",
    .refused_text =
        "El operador no permite que los sitios muestren sus productos. Al corregirlo en la página "
        "Negocio, lo solicita de nuevo.",
    .accepted_subject = "{1} ha aceptado su solicitud",
    .accepted_text = "{2} ya puede mostrar los productos de {1}.",
    .not_accepted_subject = "{1} ha rechazado su solicitud",
    .not_accepted_text = "{1} no permite que {2} muestre sus productos.",
    .why_customer = "Recibe este correo porque hizo un pedido en {1}.",
    .why_seller = "Recibe este correo porque vende en {1}.",
    .why_account = "Recibe este correo por su cuenta en {1}.",
};

}  // namespace vitrine
