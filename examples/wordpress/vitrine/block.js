// The block “Vitrine” of the editor: which element stands here, and its attributes. The server renders it.
(({ blocks, element, components, blockEditor, i18n }, elements) => {
  const { createElement: make, Fragment } = element;
  const { __ } = i18n;
  const common = ['country', 'language', 'theme'];

  blocks.registerBlockType('vitrine/element', {
    apiVersion: 2,
    title: 'Vitrine',
    description: __('A shop, or a part of one, over the products of many sellers.', 'vitrine'),
    icon: 'cart',
    category: 'embed',
    supports: { html: false, align: ['wide', 'full'] },
    edit({ attributes, setAttributes }) {
      const name = attributes.element ?? 'store';
      const field = (attribute) => {
        const key = attribute.replaceAll('-', '_');
        return make(components.TextControl, {
          key,
          label: attribute,
          value: attributes[key] ?? '',
          onChange: (value) => setAttributes({ [key]: value }),
        });
      };
      return make(
        Fragment,
        null,
        make(
          blockEditor.InspectorControls,
          null,
          make(
            components.PanelBody,
            { title: 'Vitrine' },
            make(components.SelectControl, {
              label: __('Element', 'vitrine'),
              value: name,
              options: Object.keys(elements).map((value) => ({ value, label: value })),
              onChange: (value) => setAttributes({ element: value }),
            }),
            ...elements[name].map(field),
            ...common.map(field),
          ),
        ),
        make(
          'div',
          blockEditor.useBlockProps(),
          make(components.Placeholder, {
            icon: 'cart',
            label: 'Vitrine: ' + name,
            instructions: __('Readers see the shop here.', 'vitrine'),
          }),
        ),
      );
    },
    save: () => null,
  });
})(window.wp, window.vitrineElements);
