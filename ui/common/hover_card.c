/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/hover_card.h"

#include <glib/gi18n-lib.h>

#include "ui/common/citations.h"
#include "ui/common/stance_sample.h"

#define WIDTH_CHARS 44
#define TALLEST 440 /* pixels; a taller card scrolls */

struct _DemHoverCard
{
  GtkPopover parent_instance;

  GtkWidget *box;
  GtkSizeGroup *dates; /* of the list: its texts stand below each other */
  DemFocus *focus;     /* nullable */
  GString *text;       /* all that was added, a line each */
};

G_DEFINE_FINAL_TYPE (DemHoverCard, dem_hover_card, GTK_TYPE_POPOVER)

static guint activated_signal;

static void
append_text (DemHoverCard *self, const char *text)
{
  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  g_string_append (self->text, text);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_text (DemHoverCard *self, const char *text, const char *css_class)
{
  gtk_box_append (GTK_BOX (self->box), make_label (text, css_class));
  append_text (self, text);
}

void
dem_hover_card_clear (DemHoverCard *self, DemFocus *focus)
{
  GtkWidget *child;

  g_return_if_fail (DEM_IS_HOVER_CARD (self));

  g_set_object (&self->focus, focus);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_clear_object (&self->dates);
  self->dates = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_string_truncate (self->text, 0);
}

gboolean
dem_hover_card_is_empty (DemHoverCard *self)
{
  g_return_val_if_fail (DEM_IS_HOVER_CARD (self), TRUE);

  return self->text->len == 0;
}

char *
dem_hover_card_dup_text (DemHoverCard *self)
{
  g_return_val_if_fail (DEM_IS_HOVER_CARD (self), NULL);

  return g_strdup (self->text->str);
}

void
dem_hover_card_set_title (DemHoverCard *self, const char *title)
{
  g_return_if_fail (DEM_IS_HOVER_CARD (self));
  g_return_if_fail (title != NULL);

  add_text (self, title, "dem-card-title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
dem_hover_card_add_meta (DemHoverCard *self, const char *text)
{
  g_return_if_fail (DEM_IS_HOVER_CARD (self));

  if (text != NULL && *text != '\0')
    add_text (self, text, "dem-card-meta");
}

void
dem_hover_card_add_heading (DemHoverCard *self, const char *text)
{
  g_return_if_fail (DEM_IS_HOVER_CARD (self));
  g_return_if_fail (text != NULL);

  add_text (self, text, "dem-card-heading");
  g_object_unref (self->dates);
  self->dates = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

/* ---- Lines ---- */

static DemRef
get_target (GtkWidget *button)
{
  guint kind, index;

  g_variant_get (g_object_get_data (G_OBJECT (button), "dem-ref"), "(uu)", &kind, &index);
  return (DemRef){ kind, index };
}

static void
on_clicked (GtkButton *button, DemHoverCard *self)
{
  g_autoptr (DemHoverCard) keep = g_object_ref (self);
  DemRef ref = get_target (GTK_WIDGET (button));

  if (self->focus != NULL)
    dem_focus_select (self->focus, ref);
  g_signal_emit (self, activated_signal, 0, &ref);
}

/* A button that looks like its line and is spoken as a link. */
static GtkWidget *
make_link (DemHoverCard *self, DemRef ref, GtkWidget *content)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, "has-frame", FALSE,
                                    "child", content, NULL);

  gtk_widget_add_css_class (button, "dem-card-link");
  g_object_set_data_full (G_OBJECT (button), "dem-ref",
                          g_variant_ref_sink (g_variant_new ("(uu)", ref.kind, ref.index)),
                          (GDestroyNotify) g_variant_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, 0);
  return button;
}

static GtkWidget *
make_date (DemHoverCard *self, const char *when)
{
  GtkWidget *label = gtk_label_new (when);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, "dem-card-date");
  gtk_size_group_add_widget (self->dates, label);
  return label;
}

static void
append_row (DemHoverCard *self, GtkWidget *row, DemRef ref, const char *spoken)
{
  GtkWidget *child = row;

  if (!dem_ref_is_none (ref))
    {
      child = make_link (self, ref, row);
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    }
  gtk_widget_add_css_class (child, "dem-card-line");
  gtk_box_append (GTK_BOX (self->box), child);
  append_text (self, spoken);
}

/* In one sentence: "Mar 2018 –: Reconciliation (Friendly)". */
static char *
format_line (const DemHoverLine *line)
{
  const char *word = line->has_stance && line->stance != DEM_STANCE_NONE ? dem_stance_get_word (line->stance) : NULL;

  if (line->when != NULL && word != NULL)
    /* Translators: a phase of a relation: when, its name, how close. */
    return g_strdup_printf (_("%s: %s (%s)"), line->when, line->text, word);
  if (line->when != NULL)
    /* Translators: when, and what. */
    return g_strdup_printf (_("%s: %s"), line->when, line->text);
  if (word != NULL)
    /* Translators: a phase of a relation: its name, how close. */
    return g_strdup_printf (_("%s (%s)"), line->text, word);
  return g_strdup (line->text);
}

void
dem_hover_card_add_line (DemHoverCard *self, const DemHoverLine *line)
{
  g_autofree char *spoken = NULL;
  GtkWidget *row, *text;

  g_return_if_fail (DEM_IS_HOVER_CARD (self));
  g_return_if_fail (line != NULL && line->text != NULL);

  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  spoken = format_line (line);
  if (line->has_stance)
    gtk_box_append (GTK_BOX (row), dem_stance_sample_new (line->stance));
  if (line->when != NULL)
    gtk_box_append (GTK_BOX (row), make_date (self, line->when));
  text = make_label (line->text, line->strong ? "dem-strong" : "dem-card-text");
  gtk_widget_set_valign (text, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (row), text);
  append_row (self, row, line->ref, spoken);
}

void
dem_hover_card_add_more (DemHoverCard *self, guint n, DemRef ref)
{
  g_autofree char *text = NULL;

  g_return_if_fail (DEM_IS_HOVER_CARD (self));

  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
  append_row (self, make_label (text, "dem-card-more"), ref, text);
}

void
dem_hover_card_add_citations (DemHoverCard *self, const char *heading, const DemCite *cites, guint n)
{
  GtkWidget *citations;

  g_return_if_fail (DEM_IS_HOVER_CARD (self));
  g_return_if_fail (heading != NULL);

  if (n == 0 || self->focus == NULL)
    return;
  dem_hover_card_add_heading (self, heading);
  citations = dem_citations_new ();
  gtk_widget_add_css_class (citations, "dem-card-line");
  dem_citations_set (DEM_CITATIONS (citations), self->focus, cites, n);
  gtk_box_append (GTK_BOX (self->box), citations);
}

/* ---- The widget ---- */

static void
dem_hover_card_dispose (GObject *object)
{
  DemHoverCard *self = DEM_HOVER_CARD (object);

  g_clear_object (&self->focus);
  g_clear_object (&self->dates);
  G_OBJECT_CLASS (dem_hover_card_parent_class)->dispose (object);
}

static void
dem_hover_card_finalize (GObject *object)
{
  g_string_free (DEM_HOVER_CARD (object)->text, TRUE);
  G_OBJECT_CLASS (dem_hover_card_parent_class)->finalize (object);
}

static void
dem_hover_card_class_init (DemHoverCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dem_hover_card_dispose;
  object_class->finalize = dem_hover_card_finalize;
  activated_signal = g_signal_new ("activated", DEM_TYPE_HOVER_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
dem_hover_card_init (DemHoverCard *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = g_string_new (NULL);
  self->dates = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), TALLEST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dem-hover-card");
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_popover_set_offset (GTK_POPOVER (self), 0, 4);
}

GtkWidget *
dem_hover_card_new (void)
{
  return g_object_new (DEM_TYPE_HOVER_CARD, NULL);
}
