/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/search_row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/base/fold.h"
#include "app/dossier/claim_links.h"
#include "app/dossier/search_index.h"
#include "app/notebook/note_target.h"

/* How much of a passage stands before the word that was found, so that the word is seen in one line. */
#define BYTES_BEFORE 24

struct _DemSearchRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *name;
  GtkLabel *kind;
  GtkLabel *passage;
};

G_DEFINE_FINAL_TYPE (DemSearchRow, dem_search_row, GTK_TYPE_WIDGET)

static void
dem_search_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DEM_TYPE_SEARCH_ROW);

  G_OBJECT_CLASS (dem_search_row_parent_class)->dispose (object);
}

static void
dem_search_row_class_init (DemSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_search_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hit");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/demarche/Demarche/ui/search/search_row.ui");
  gtk_widget_class_bind_template_child (widget_class, DemSearchRow, box);
  gtk_widget_class_bind_template_child (widget_class, DemSearchRow, name);
  gtk_widget_class_bind_template_child (widget_class, DemSearchRow, kind);
  gtk_widget_class_bind_template_child (widget_class, DemSearchRow, passage);
}

static void
dem_search_row_init (DemSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dem_search_row_new (void)
{
  return g_object_new (DEM_TYPE_SEARCH_ROW, NULL);
}

static const char *
get_kind_word (DemDossier *dossier, DemRef ref)
{
  g_autoptr (DemNoteTarget) target = NULL;

  if (ref.kind == DEM_KIND_CLAIM)
    return dem_claim_kind_get_word (dem_dossier_claim (dossier, ref.index)->kind);
  if (ref.kind == DEM_KIND_PLACE)
    return dem_target_kind_get_word (DEM_TARGET_PLACE);
  target = dem_note_target_new_for_ref (dossier, ref);
  return dem_target_kind_get_word (dem_note_target_get_kind (target));
}

/* Sets a text in which the words of a query stand out. */
static void
set_text (GtkLabel *label, const char *text, const char *const *words)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      gsize start, end;

      if (!dem_fold_find (text, words[i], &start, &end))
        {
          pango_attribute_destroy (bold);
          continue;
        }
      bold->start_index = (guint) start;
      bold->end_index = (guint) end;
      pango_attr_list_insert (attributes, bold);
    }
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

/* The words that a name does not have, as a query; "" when it has all. (transfer full) */
static char *
dup_missing (const char *name, char **words)
{
  g_autofree char *folded = dem_fold_text (name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) missing = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      g_strv_builder_add (builder, words[i]);
  missing = g_strv_builder_end (builder);
  return g_strjoinv (" ", missing);
}

/* The passage from shortly before its first word that was asked for. (transfer full) */
static char *
cut (const char *passage, const char *const *words)
{
  gsize first = strlen (passage), start, end;
  const char *from;

  for (guint i = 0; words[i] != NULL; i++)
    if (dem_fold_find (passage, words[i], &start, &end))
      first = MIN (first, start);
  if (first <= BYTES_BEFORE)
    return g_strdup (passage);
  /* From the beginning of a word. */
  from = g_utf8_find_next_char (passage + first - BYTES_BEFORE - 1, NULL);
  for (const char *p = from; p < passage + first; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      {
        from = g_utf8_next_char (p);
        break;
      }
  return g_strconcat ("…", from, NULL);
}

void
dem_search_row_show (DemSearchRow *self, DemDossier *dossier, DemRef ref, const char *query)
{
  g_autofree char *name = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *passage = NULL;
  g_autofree char *spoken = NULL;
  g_auto (GStrv) words = NULL;
  const char *kind;

  g_return_if_fail (DEM_IS_SEARCH_ROW (self));
  g_return_if_fail (DEM_IS_DOSSIER (dossier) && query != NULL);

  words = dem_fold_words (query);
  name = dem_dossier_dup_name (dossier, ref);
  kind = get_kind_word (dossier, ref);
  missing = dup_missing (name, words);
  passage = dem_search_dup_passage (dossier, ref, missing);

  set_text (self->name, name, (const char *const *) words);
  gtk_label_set_text (self->kind, kind);
  gtk_widget_set_visible (GTK_WIDGET (self->passage), passage != NULL);
  if (passage != NULL)
    {
      g_autofree char *shown = cut (passage, (const char *const *) words);

      set_text (self->passage, shown, (const char *const *) words);
    }

  /* Translators: what a screen reader says of something found: its kind, its name. */
  spoken = g_strdup_printf (_ ("%s: %s"), kind, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  passage != NULL ? passage : "", -1);
}
