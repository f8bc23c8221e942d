import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** What is in the cart, as the shop's events tell it. */
function useCart() {
  const [lines, setLines] = useState([]);
  useEffect(() => {
    const hear = ({ detail }) => detail.promise.then(({ cart }) => setLines(cart.line_items));
    document.addEventListener('vitrine:cart:lines-update', hear);
    return () => document.removeEventListener('vitrine:cart:lines-update', hear);
  }, []);
  return lines;
}

function App({ site }) {
  const [query, setQuery] = useState('larch');
  const count = useCart().reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <>
      <nav>
        {['larch', 'saw'].map((word) => (
          <button key={word} aria-pressed={word === query} onClick={() => setQuery(word)}>
            {word}
          </button>
        ))}
        <output>{count} chosen</output>
        <vitrine-cart-button site={site} />
      </nav>
      <vitrine-grid site={site} query={query} limit={6} />
      <button onClick={() => globalThis.vitrine.actions.openCart()}>Look into the cart</button>
    </>
  );
}

const place = document.getElementById('app');
createRoot(place).render(<App site={place.dataset.site} />);
