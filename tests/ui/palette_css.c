/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The style sheets and the palette are the same colours. */

#include <gtk/gtk.h>

#include "ui/common/palette.h"

#define FOLDER "/org/demarche/Demarche/"
#define TOKEN(name, member) { "dem_" name, G_STRUCT_OFFSET (DemPalette, member) }

static const struct
{
  const char *name;
  gsize offset;
} tokens[] = {
  TOKEN ("ink", ink),
  TOKEN ("dim", dim),
  TOKEN ("accent", accent),
  TOKEN ("side", side),
  TOKEN ("sea", sea),
  TOKEN ("view", view),
  TOKEN ("land", land),
  TOKEN ("land_actor", land_actor),
  TOKEN ("land_sel", land_selected),
  TOKEN ("border", border),
  TOKEN ("head", head),
  TOKEN ("on_head", on_head),
  TOKEN ("track", track),
  TOKEN ("scenario", scenario),
  TOKEN ("scenario_bg", scenario_bg),
  TOKEN ("note", note),
  TOKEN ("note_outline", note_outline),
  TOKEN ("note_bg", note_bg),
  TOKEN ("note", note_colour[0]),
  TOKEN ("note_orange", note_colour[1]),
  TOKEN ("note_purple", note_colour[2]),
  TOKEN ("note_green", note_colour[3]),
  TOKEN ("note_grey", note_colour[4]),
  TOKEN ("st_m2", stance[0]),
  TOKEN ("st_m1", stance[1]),
  TOKEN ("st_0", stance[2]),
  TOKEN ("st_p1", stance[3]),
  TOKEN ("st_p2", stance[4]),
};

static GtkCssProvider *
add_sheet (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return provider;
}

static void
assert_colors (const char *const *sheets, const DemPalette *palette)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (GPtrArray) providers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; sheets[i] != NULL; i++)
    g_ptr_array_add (providers, add_sheet (sheets[i]));

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      const GdkRGBA *expected = G_STRUCT_MEMBER_P (palette, tokens[i].offset);
      GdkRGBA color;
      g_autofree char *found_text = NULL;
      g_autofree char *expected_text = gdk_rgba_to_string (expected);

      if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (label), tokens[i].name, &color))
        g_error ("%s is not defined", tokens[i].name);
      found_text = gdk_rgba_to_string (&color);
      g_test_message ("%s", tokens[i].name);
      g_assert_cmpstr (found_text, ==, expected_text);
    }

  for (guint i = 0; i < providers->len; i++)
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (), g_ptr_array_index (providers, i));
  g_object_unref (label);
}

/* In the order in which AdwApplication adds them. */
static void
test_light (void)
{
  assert_colors ((const char *[]){ "style.css", NULL }, dem_palette_get (FALSE, FALSE));
}

static void
test_dark (void)
{
  assert_colors ((const char *[]){ "style.css", "style-dark.css", NULL }, dem_palette_get (TRUE, FALSE));
}

static void
test_contrast (void)
{
  assert_colors ((const char *[]){ "style.css", "style-hc.css", NULL }, dem_palette_get (FALSE, TRUE));
}

static void
test_dark_contrast (void)
{
  assert_colors ((const char *[]){ "style.css", "style-dark.css", "style-hc.css", "style-hc-dark.css", NULL },
                 dem_palette_get (TRUE, TRUE));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette-css/light", test_light);
  g_test_add_func ("/palette-css/dark", test_dark);
  g_test_add_func ("/palette-css/high-contrast", test_contrast);
  g_test_add_func ("/palette-css/dark-high-contrast", test_dark_contrast);
  return g_test_run ();
}
