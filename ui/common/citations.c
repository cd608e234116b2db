/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/citations.h"

#include <glib/gi18n-lib.h>

#include "ui/common/widget_style.h"
#include "ui/common/wrap_layout.h"

#define LONGEST_NAME 40 /* characters of a source's name */

struct _DemCitations
{
  GtkWidget parent_instance;

  DemFocus *focus;     /* owned, nullable */
  DemDossier *dossier; /* owned, nullable: whose citations these are */
  const DemCite *cites;
  guint n_cites;
  gboolean names;
  GArray *targets; /* DemRef, one for each link */
};

G_DEFINE_FINAL_TYPE (DemCitations, dem_citations, GTK_TYPE_WIDGET)

DemRef
dem_cite_get_target (const DemCite *cite)
{
  return cite->paragraph != DEM_NO_INDEX ? DEM_REF (PARAGRAPH, cite->paragraph)
                                         : DEM_REF (SOURCE, cite->source);
}

/* What a citation is called, with the name of a source that is cited as a whole. */
static char *
dup_long_text (DemDossier *dossier, const DemCite *cite)
{
  g_autofree char *text = dem_cite_dup_text (dossier, cite);
  g_autofree char *name = NULL;

  if (cite->paragraph != DEM_NO_INDEX)
    return g_steal_pointer (&text);
  name = dem_dossier_dup_label (dossier, DEM_REF (SOURCE, cite->source));
  /* Translators: a source's number in brackets and its name. */
  return g_strdup_printf (_("%s %s"), text, name);
}

/* What a citation is for, as a sentence; NULL for the text itself and for words of the dossier's own. */
static const char *
get_purpose_sentence (const char *purpose)
{
  if (g_strcmp0 (purpose, "when") == 0)
    return _("Cited for the date.");
  if (g_strcmp0 (purpose, "stance") == 0)
    return _("Cited for the stance.");
  if (g_strcmp0 (purpose, "strength") == 0)
    return _("Cited for the strength.");
  return NULL;
}

char *
dem_cite_dup_description (DemDossier *dossier, const DemCite *cite)
{
  g_autofree char *source = dem_dossier_dup_name (dossier, DEM_REF (SOURCE, cite->source));
  g_autoptr (GString) text = g_string_new (NULL);
  const char *purpose = get_purpose_sentence (cite->purpose);

  if (cite->paragraph != DEM_NO_INDEX)
    g_string_append_printf (text, _("Paragraph %u of “%s”."),
                            dem_dossier_paragraph (dossier, cite->paragraph)->number, source);
  else if (cite->locator != NULL)
    /* Translators: a source's title, then a kind of place in it and its number: “A Title”, page 5. */
    g_string_append_printf (text, _("“%s”, %s %s."), source, cite->label, cite->locator);
  else
    g_string_append_printf (text, _("“%s”."), source);
  if (purpose != NULL)
    g_string_append_printf (text, " %s", purpose);
  if (cite->note != NULL)
    g_string_append_printf (text, " %s", cite->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_clicked (DemCitations *self, GtkWidget *link)
{
  guint position = 0;
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL && child != link)
    {
      child = gtk_widget_get_next_sibling (child);
      position++;
    }
  g_assert (child == link && position < self->targets->len);
  if (self->focus != NULL)
    dem_focus_select (self->focus, g_array_index (self->targets, DemRef, position));
}

static GtkWidget *
create_link (DemCitations *self, const DemCite *cite)
{
  GtkWidget *link = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK,
                                  "focus-on-click", FALSE, "has-frame", FALSE, NULL);
  g_autofree char *text
      = self->names ? dup_long_text (self->dossier, cite) : dem_cite_dup_text (self->dossier, cite);
  g_autofree char *description = dem_cite_dup_description (self->dossier, cite);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LONGEST_NAME);
  gtk_button_set_child (GTK_BUTTON (link), label);
  gtk_widget_add_css_class (link, "dem-cite");
  dem_widget_set_tooltip (link, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  g_signal_connect_object (link, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  return link;
}

static gboolean
has_target (DemCitations *self, DemRef target)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (dem_ref_equal (g_array_index (self->targets, DemRef, i), target))
      return TRUE;
  return FALSE;
}

static void
remove_links (DemCitations *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->targets, 0);
}

void
dem_citations_set (DemCitations *self, DemFocus *focus, const DemCite *cites, guint n)
{
  DemDossier *dossier;

  g_return_if_fail (DEM_IS_CITATIONS (self));
  g_return_if_fail (DEM_IS_FOCUS (focus));

  dossier = dem_focus_get_dossier (focus);
  g_set_object (&self->focus, focus);
  if (self->dossier == dossier && self->cites == cites && self->n_cites == n)
    return;
  remove_links (self);
  g_set_object (&self->dossier, dossier);
  self->cites = cites;
  self->n_cites = n;
  for (guint i = 0; i < n; i++)
    {
      DemRef target = dem_cite_get_target (&cites[i]);

      if (has_target (self, target))
        continue;
      g_array_append_val (self->targets, target);
      gtk_widget_insert_before (create_link (self, &cites[i]), GTK_WIDGET (self), NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->targets->len > 0);
}

static void
dem_citations_dispose (GObject *object)
{
  DemCitations *self = DEM_CITATIONS (object);

  remove_links (self);
  g_clear_object (&self->focus);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (dem_citations_parent_class)->dispose (object);
}

static void
dem_citations_finalize (GObject *object)
{
  g_array_unref (DEM_CITATIONS (object)->targets);

  G_OBJECT_CLASS (dem_citations_parent_class)->finalize (object);
}

static void
dem_citations_class_init (DemCitationsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dem_citations_dispose;
  object_class->finalize = dem_citations_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "citations");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dem_citations_init (DemCitations *self)
{
  self->targets = g_array_new (FALSE, FALSE, sizeof (DemRef));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), dem_wrap_layout_new (2, 0));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dem_citations_new (void)
{
  return g_object_new (DEM_TYPE_CITATIONS, NULL);
}

void
dem_citations_set_names (DemCitations *self, gboolean names)
{
  g_return_if_fail (DEM_IS_CITATIONS (self));

  self->names = names;
}
