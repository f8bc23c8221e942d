/** What a site shows and where, as the console holds it: changed by wishes, saved one after the other. */
import type { ApiFailure } from '../../api.ts';
import type {
  ArrangedSection,
  Arrangement,
  ArrangedProduct,
  SiteArrangement,
} from '../../contract.ts';
import type { Place } from '../place.ts';
import { call } from '../requests.ts';

export interface Section {
  title: string;
  product_ids: readonly string[];
}

export interface Arranged {
  chosen_only: boolean;
  sections: readonly Section[];
  featured: readonly string[];
  hidden: readonly string[];
}

export const arrangedOf = (from: Arrangement): Arranged => ({
  chosen_only: from.chosen_only ?? false,
  sections: (from.sections ?? []).map(({ title = '', product_ids = [] }: ArrangedSection) => ({
    title,
    product_ids,
  })),
  featured: from.featured ?? [],
  hidden: from.hidden ?? [],
});

const without = (ids: readonly string[], id: string): string[] => ids.filter((each) => each !== id);

export const isPlaced = ({ sections }: Arranged, id: string): boolean =>
  sections.some(({ product_ids }) => product_ids.includes(id));

/** At the end of the last section; the first needs no title. */
export function placed(arranged: Arranged, id: string): Arranged {
  if (isPlaced(arranged, id)) return arranged;
  const sections =
    arranged.sections.length > 0 ? arranged.sections : [{ title: '', product_ids: [] }];
  return {
    ...arranged,
    hidden: without(arranged.hidden, id),
    sections: sections.map((section, at) =>
      at === sections.length - 1
        ? { ...section, product_ids: [...section.product_ids, id] }
        : section,
    ),
  };
}

export const taken = (arranged: Arranged, id: string): Arranged => ({
  ...arranged,
  featured: without(arranged.featured, id),
  sections: arranged.sections.map((section) => ({
    ...section,
    product_ids: without(section.product_ids, id),
  })),
});

export const hidden = (arranged: Arranged, id: string): Arranged => ({
  ...taken(arranged, id),
  hidden: [...without(arranged.hidden, id), id],
});

export const shown = (arranged: Arranged, id: string): Arranged => ({
  ...arranged,
  hidden: without(arranged.hidden, id),
});

export const featured = (arranged: Arranged, id: string): Arranged => ({
  ...arranged,
  featured: arranged.featured.includes(id)
    ? without(arranged.featured, id)
    : [...arranged.featured, id],
});

function swapped<T>(list: readonly T[], at: number, by: number): T[] {
  const answer = [...list];
  const [one] = answer.splice(at, 1);
  if (one !== undefined) answer.splice(at + by, 0, one);
  return answer;
}

/** One place up (-1) or down (1); from the edge of a section into the next one. */
export function moved(arranged: Arranged, id: string, by: -1 | 1): Arranged {
  const { sections } = arranged;
  const from = sections.findIndex(({ product_ids }) => product_ids.includes(id));
  const section = sections[from];
  if (!section) return arranged;
  const at = section.product_ids.indexOf(id);
  const within = at + by >= 0 && at + by < section.product_ids.length;
  if (!within && !sections[from + by]) return arranged;
  return {
    ...arranged,
    sections: sections.map((each, place) => {
      if (place === from)
        return {
          ...each,
          product_ids: within ? swapped(each.product_ids, at, by) : without(each.product_ids, id),
        };
      if (within || place !== from + by) return each;
      return {
        ...each,
        product_ids: by < 0 ? [...each.product_ids, id] : [id, ...each.product_ids],
      };
    }),
  };
}

/** Puts a product before another one, or, where that is a section's number, at its end. */
export function dropped(arranged: Arranged, id: string, before: string | number): Arranged {
  if (id === before) return arranged;
  const rest = arranged.sections.map((section) => ({
    ...section,
    product_ids: without(section.product_ids, id),
  }));
  return {
    ...arranged,
    sections: rest.map((section, place) => {
      const at = typeof before === 'string' ? section.product_ids.indexOf(before) : -1;
      if (typeof before === 'number' ? place !== before : at < 0) return section;
      const ids = [...section.product_ids];
      ids.splice(at < 0 ? ids.length : at, 0, id);
      return { ...section, product_ids: ids };
    }),
  };
}

export const titled = (arranged: Arranged, at: number, title: string): Arranged => ({
  ...arranged,
  sections: arranged.sections.map((section, place) =>
    place === at ? { ...section, title } : section,
  ),
});

export const sectionMoved = (arranged: Arranged, at: number, by: -1 | 1): Arranged => ({
  ...arranged,
  sections: swapped(arranged.sections, at, by),
});

export const sectionAdded = (arranged: Arranged): Arranged => ({
  ...arranged,
  sections: [...arranged.sections, { title: '', product_ids: [] }],
});

/** Its products join the section before it, or else the next; the last one takes them with it. */
export function sectionRemoved(arranged: Arranged, at: number): Arranged {
  const { sections } = arranged;
  const ids = sections[at]?.product_ids ?? [];
  const heir = at > 0 ? at - 1 : 1;
  return {
    ...arranged,
    sections: sections.flatMap((section, place) =>
      place === at
        ? []
        : [
            place === heir
              ? {
                  ...section,
                  product_ids:
                    heir < at ? [...section.product_ids, ...ids] : [...ids, ...section.product_ids],
                }
              : section,
          ],
    ),
  };
}

export class Arranging {
  /** Nothing until it is read. */
  now: Arranged | undefined;
  failure: ApiFailure | undefined;
  private names = new Map<string, ArrangedProduct>();
  private saving: Promise<void> = Promise.resolve();
  private version = 0;

  constructor(
    private readonly place: Place,
    private readonly site_id: string,
  ) {
    void this.load();
  }

  nameOf(id: string): ArrangedProduct | undefined {
    return this.names.get(id);
  }

  /** Shown at once, saved after what was changed before; what cannot be saved is taken back. */
  change(wish: (now: Arranged) => Arranged, told: string): void {
    if (!this.now) return;
    this.now = wish(this.now);
    const version = ++this.version;
    this.place.redraw();
    this.saving = this.saving.then(() => this.save(version, told));
  }

  private async save(version: number, told: string): Promise<void> {
    // Only the newest is worth sending.
    if (version !== this.version || !this.now) return;
    const { chosen_only, sections, featured: stars, hidden: unseen } = this.now;
    const answer = await call('POST /v1/presenter/sites/{site_id}/arrangement', {
      ...this.who(),
      body: {
        chosen_only,
        sections: sections.map(({ title, product_ids }) => ({
          title,
          product_ids: [...product_ids],
        })),
        featured: [...stars],
        hidden: [...unseen],
      },
    });
    if (version !== this.version) return;
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) {
      this.take(answer.value);
      this.place.announce(told);
    } else {
      await this.load();
    }
    this.place.redraw();
  }

  private async load(): Promise<void> {
    const answer = await call('GET /v1/presenter/sites/{site_id}/arrangement', this.who());
    if (answer.ok) this.take(answer.value);
    else this.failure = answer.error;
    this.place.redraw();
  }

  private take({ arrangement, products }: SiteArrangement): void {
    this.now = arrangedOf(arrangement);
    this.names = new Map(products.map((each) => [each.product.id, each]));
  }

  private who(): { member: string; params: { site_id: string } } {
    return { member: this.place.member.owner, params: { site_id: this.site_id } };
  }
}
