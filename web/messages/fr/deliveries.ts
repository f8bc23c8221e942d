/** The words about messages to sellers' endpoints in French. */
import type { DeliveryWords } from '../deliveries.ts';
import type { Speech } from '../speech.ts';

export const words = ({ counted }: Speech): DeliveryWords => ({
  title: 'Messages à votre programme',
  titleOfAll: 'Messages aux programmes des vendeurs',
  text: 'Chacun annonce une commande. Ce qui a été remis ou retiré reste 30 jours dans la liste.',
  event: 'Événement',
  events: {
    'order.created': 'Nouvelle commande',
    'order.rejected': 'Sans réponse à temps',
    'order.cancelled': 'Annulée',
    'order.appointments_accepted': 'Autre jour accepté',
  },
  order: 'Commande',
  seller: 'Vendeur',
  queued: 'Depuis',
  state: 'État',
  states: {
    waiting: 'En attente',
    delivered: 'Remis',
    parked: 'Abandonné',
    withdrawn: 'Retiré',
  },
  nextAt: (time) => `prochain essai ${time}`,
  attempts: 'Tentatives',
  outcome: 'Dernière réponse',
  untried: 'Pas encore essayé',
  all: 'Tous',
  none: 'Aucun message pour l’instant. Chaque commande en apporte un dès qu’un programme peut la recevoir.',
  noneOfAll: 'Il n’y a pas encore eu de messages.',
  noneLikeThat: 'Il n’y a pas de tels messages.',
  older: 'Afficher les messages plus anciens',
  replay: 'Renvoyer',
  replayOf: (order) => `Renvoyer : ${order}`,
  replayAll: 'Renvoyer tous les messages abandonnés',
  replayed: (count) =>
    counted(count, { one: '# message est renvoyé.', other: '# messages sont renvoyés.' }),
  ended: 'La commande est terminée, ou le message est déjà en route. Il n’est pas renvoyé.',
});
