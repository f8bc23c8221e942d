// Which picture is drawn by which function.
import * as timber from './timber.mjs';

export const products = {
  'larch-board': timber.larchBoard,
  'douglas-board': timber.douglasBoard,
  'oak-plank': timber.oakPlank,
  'larch-post': timber.larchPost,
  'robinia-stake': timber.robiniaStake,
  'spruce-batten': timber.spruceBatten,
  'larch-slat': timber.larchSlat,
  'decking-board': timber.deckingBoard,
  'bed-rim': timber.bedRim,
  'bed-kit': timber.bedKit,
  'trellis': timber.trellis,
  'dowels': timber.dowels,
};
export const article = {};
