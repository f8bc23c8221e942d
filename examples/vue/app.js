import { createApp, onBeforeUnmount, onMounted, ref } from 'vue';

const place = document.getElementById('app');

const app = createApp({
  template: `
    <nav>
      <button v-for="word in words" :aria-pressed="word === query" @click="query = word">{{ word }}</button>
      <output>{{ count }} chosen</output>
      <vitrine-cart-button :site="site" />
    </nav>
    <vitrine-grid :site="site" :query="query" :limit="6" />
    <button @click="openCart">Look into the cart</button>`,
  setup() {
    const query = ref('larch');
    const count = ref(0);
    const hear = async ({ detail }) => {
      const { cart } = await detail.promise;
      count.value = cart.line_items.reduce((sum, { quantity }) => sum + quantity, 0);
    };
    onMounted(() => document.addEventListener('vitrine:cart:lines-update', hear));
    onBeforeUnmount(() => document.removeEventListener('vitrine:cart:lines-update', hear));
    const openCart = () => globalThis.vitrine.actions.openCart();
    return { words: ['larch', 'saw'], site: place.dataset.site, query, count, openCart };
  },
});
app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('vitrine-');
app.mount(place);
