<?php
/**
 * Plugin Name: Vitrine
 * Description: A shop over the products of many sellers, in your own posts: one cart, each seller sends its part.
 * Version: 0.1.0
 * Requires at least: 5.9
 * Requires PHP: 7.4
 * License: Apache-2.0
 *
 * @package Vitrine
 */

defined( 'ABSPATH' ) || exit;

/** The elements that may be asked for, and which attributes each takes beside the common ones. */
const VITRINE_ELEMENTS = array(
	'store'       => array( 'load', 'open-on-add' ),
	'grid'        => array( 'query', 'filters', 'limit' ),
	'search'      => array(),
	'results'     => array(),
	'product'     => array( 'product' ),
	'buy-button'  => array( 'offer', 'product', 'quantity', 'label', 'open-on-add' ),
	'price'       => array( 'offer', 'product' ),
	'cart'        => array( 'inline' ),
	'cart-button' => array(),
	'guide'       => array( 'guide' ),
);

const VITRINE_COMMON = array( 'country', 'language', 'theme' );

/** The server's origin, https but on the own machine; empty for anything else. */
function vitrine_server( $text ) {
	$text  = untrailingslashit( esc_url_raw( trim( (string) $text ), array( 'https', 'http' ) ) );
	$parts = wp_parse_url( $text );
	if ( empty( $parts['host'] ) || ! empty( $parts['path'] ) || ! empty( $parts['query'] ) || ! empty( $parts['user'] ) ) {
		return '';
	}
	$local = in_array( $parts['host'], array( 'localhost', '127.0.0.1', '[::1]' ), true );
	return 'https' === $parts['scheme'] || $local ? $text : '';
}

/** A site's id; empty for anything else. */
function vitrine_site( $text ) {
	$text = trim( (string) $text );
	return preg_match( '/^site_[0-9a-z]{1,64}$/', $text ) ? $text : '';
}

/** The markup of an element, and the tag in the page's head that brings it to life. */
function vitrine_render( $given, $content = '' ) {
	$given  = (array) $given;
	$name   = isset( $given['element'] ) && is_string( $given['element'] ) ? $given['element'] : 'store';
	$server = get_option( 'vitrine_server', '' );
	$site   = get_option( 'vitrine_site', '' );
	if ( ! isset( VITRINE_ELEMENTS[ $name ] ) ) {
		return vitrine_note( sprintf( /* translators: %s: a word of the author */ __( 'Vitrine has no element “%s”.', 'vitrine' ), $name ) );
	}
	if ( '' === $server || '' === $site ) {
		return vitrine_note( __( 'Vitrine needs its server and your site: Settings → Vitrine.', 'vitrine' ) );
	}
	wp_enqueue_script( 'vitrine' );
	$html = '<vitrine-' . $name . ' site="' . esc_attr( $site ) . '"';
	foreach ( array_merge( VITRINE_COMMON, VITRINE_ELEMENTS[ $name ] ) as $attribute ) {
		// WordPress writes the names of shortcodes' attributes small, and blocks want no hyphens.
		$key   = str_replace( '-', '_', $attribute );
		$value = isset( $given[ $attribute ] ) ? $given[ $attribute ] : ( isset( $given[ $key ] ) ? $given[ $key ] : '' );
		if ( is_scalar( $value ) && '' !== (string) $value ) {
			$html .= ' ' . $attribute . '="' . esc_attr( (string) $value ) . '"';
		} elseif ( in_array( $attribute, array_filter( $given, 'is_int', ARRAY_FILTER_USE_KEY ), true ) ) {
			$html .= ' ' . $attribute;
		}
	}
	if ( '' === $content && 'buy-button' === $name && ! empty( $given['offer'] ) ) {
		// Where scripts are off, the link opens the same cart on the server's own page.
		$link    = $server . '/sites/' . $site . '/buy/' . rawurlencode( $given['offer'] ) . ':1';
		$content = '<a href="' . esc_url( $link ) . '">' . esc_html__( 'Buy', 'vitrine' ) . '</a>';
	}
	return $html . '>' . wp_kses_post( $content ) . '</vitrine-' . $name . '>';
}

/** What only those see who can put it right. */
function vitrine_note( $text ) {
	return current_user_can( 'edit_posts' ) ? '<p><em>' . esc_html( $text ) . '</em></p>' : '';
}

add_shortcode( 'vitrine', 'vitrine_render' );

add_action(
	'init',
	function () {
		$server = get_option( 'vitrine_server', '' );
		// The server answers with the right headers for a long time; a version of ours would only break that.
		wp_register_script( 'vitrine', $server . '/v1/vitrine.js', array(), null, false ); // phpcs:ignore
		wp_register_script( 'vitrine-block', plugins_url( 'block.js', __FILE__ ), array( 'wp-blocks', 'wp-element', 'wp-components', 'wp-block-editor', 'wp-i18n' ), '0.1.0', true );
		$attributes = array( 'element' => array( 'type' => 'string', 'default' => 'store' ) );
		foreach ( array_unique( array_merge( VITRINE_COMMON, ...array_values( VITRINE_ELEMENTS ) ) ) as $attribute ) {
			$attributes[ str_replace( '-', '_', $attribute ) ] = array( 'type' => 'string', 'default' => '' );
		}
		register_block_type(
			'vitrine/element',
			array(
				'editor_script'   => 'vitrine-block',
				'attributes'      => $attributes,
				'render_callback' => 'vitrine_render',
			)
		);
		wp_add_inline_script( 'vitrine-block', 'window.vitrineElements = ' . wp_json_encode( VITRINE_ELEMENTS ) . ';', 'before' );
	}
);

// The tag is a module: the browser fetches it without holding up the page.
add_filter(
	'script_loader_tag',
	function ( $tag, $handle, $src ) {
		// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript
		return 'vitrine' === $handle ? '<script type="module" async src="' . esc_url( $src ) . "\"></script>\n" : $tag;
	},
	10,
	3
);

add_action(
	'admin_init',
	function () {
		register_setting( 'vitrine', 'vitrine_server', array( 'sanitize_callback' => 'vitrine_server' ) );
		register_setting( 'vitrine', 'vitrine_site', array( 'sanitize_callback' => 'vitrine_site' ) );
	}
);

add_action(
	'admin_menu',
	function () {
		add_options_page( 'Vitrine', 'Vitrine', 'manage_options', 'vitrine', 'vitrine_settings' );
	}
);

/** The page under Settings → Vitrine. */
function vitrine_settings() {
	$fields = array(
		'vitrine_server' => array( __( 'Server', 'vitrine' ), 'https://shop.example' ),
		'vitrine_site'   => array( __( 'Site', 'vitrine' ), 'site_…' ),
	);
	echo '<div class="wrap"><h1>Vitrine</h1><form method="post" action="options.php">';
	settings_fields( 'vitrine' );
	echo '<table class="form-table" role="presentation">';
	foreach ( $fields as $name => list( $label, $example ) ) {
		printf(
			'<tr><th scope="row"><label for="%1$s">%2$s</label></th><td><input class="regular-text" id="%1$s" name="%1$s" value="%3$s" placeholder="%4$s"></td></tr>',
			esc_attr( $name ),
			esc_html( $label ),
			esc_attr( get_option( $name, '' ) ),
			esc_attr( $example )
		);
	}
	echo '</table>';
	submit_button();
	echo '</form></div>';
}

register_uninstall_hook( __FILE__, 'vitrine_uninstall' );

/** Leaves nothing behind. */
function vitrine_uninstall() {
	delete_option( 'vitrine_server' );
	delete_option( 'vitrine_site' );
}
