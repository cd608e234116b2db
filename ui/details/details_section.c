/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/details/details_section.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/details/details_row.h"
#include "ui/details/words.h"

#define SHOWN_AT_FIRST 12
#define SHOWN_MORE 100

struct _DemDetailsSection
{
  GtkWidget parent_instance;

  GtkWidget *head;
  GtkWidget *list;
  GtkWidget *more; /* the row that shows more, NULL when all is shown */

  DemDetails details;
  DemFocus *focus; /* owned, as is the dossier: rows may be made later */
  DemDossier *dossier;
  DemNotebook *notebook; /* nullable */
  GArray *entries;
  guint n_inside; /* entries before those outside the period */
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (DemDetailsSection, dem_details_section, GTK_TYPE_WIDGET)

/* How many entries the next step shows. */
static guint
get_step (DemDetailsSection *self)
{
  guint limit = self->n_shown < self->n_inside ? self->n_inside : self->entries->len;

  return MIN (limit - self->n_shown, SHOWN_MORE);
}

static void
add_more_row (DemDetailsSection *self)
{
  guint n = get_step (self);
  g_autofree char *text
      = self->n_shown < self->n_inside
            ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u more", "Show %u more", n), n)
            : g_strdup_printf (
                g_dngettext (GETTEXT_PACKAGE, "Show %u outside the period", "Show %u outside the period", n),
                n);
  GtkWidget *label;

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dem-details-row");
  gtk_widget_add_css_class (label, "dem-more");
  self->more = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->more), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->more);
}

static void
show_entries (DemDetailsSection *self, guint n)
{
  if (self->more != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), self->more);
  self->more = NULL;
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         dem_details_row_new (&self->details, &g_array_index (self->entries, DemDetailsEntry,
                                                                              self->n_shown + i)));
  self->n_shown += n;
  if (self->n_shown < self->entries->len)
    add_more_row (self);
}

static void
on_row_activated (DemDetailsSection *self, GtkListBoxRow *row)
{
  if (DEM_IS_DETAILS_ROW (row))
    dem_focus_select (self->focus, dem_details_row_get_ref (DEM_DETAILS_ROW (row)));
  else
    {
      guint next = self->n_shown;

      show_entries (self, get_step (self));
      gtk_widget_grab_focus (
          GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) next)));
    }
}

static void
dem_details_section_dispose (GObject *object)
{
  DemDetailsSection *self = DEM_DETAILS_SECTION (object);

  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_object (&self->focus);
  g_clear_object (&self->dossier);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (dem_details_section_parent_class)->dispose (object);
}

static void
dem_details_section_finalize (GObject *object)
{
  g_clear_pointer (&DEM_DETAILS_SECTION (object)->entries, g_array_unref);

  G_OBJECT_CLASS (dem_details_section_parent_class)->finalize (object);
}

static void
dem_details_section_class_init (DemDetailsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_details_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_details_section_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "section");
}

static void
dem_details_section_init (DemDetailsSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->head, "dem-section-head");
  gtk_widget_insert_before (self->head, GTK_WIDGET (self), NULL);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_insert_before (self->list, GTK_WIDGET (self), NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
}

static void
fill_head (GtkWidget *head, GtkWidget *list, const char *title, const char *count)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
                                     title, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *number;

  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (heading, "dem-strong");
  gtk_box_append (GTK_BOX (head), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (count == NULL)
    return;
  number = gtk_label_new (count);
  gtk_label_set_ellipsize (GTK_LABEL (number), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "caption");
  gtk_box_append (GTK_BOX (head), number);
}

GArray *
dem_details_entries_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (DemDetailsEntry));
}

void
dem_details_entries_add (GArray *entries, DemRef ref)
{
  DemDetailsEntry entry = { .ref = ref, .from = DEM_REF_NONE, .sign = DEM_SIGN_NONE, .value = NAN };

  g_array_append_val (entries, entry);
}

static void
add_section (const DemDetails *details, const char *title, const char *count, GArray *entries, guint n_inside)
{
  DemDetailsSection *self;
  g_autofree char *number = NULL;

  if (entries->len == 0)
    {
      g_array_unref (entries);
      return;
    }
  if (count == NULL && entries->len > 1)
    number = g_strdup_printf ("%u", entries->len);
  self = g_object_new (DEM_TYPE_DETAILS_SECTION, NULL);
  self->details = *details;
  self->focus = g_object_ref (details->focus);
  self->dossier = g_object_ref (details->dossier);
  g_set_object (&self->notebook, details->notebook);
  self->entries = entries;
  self->n_inside = n_inside;
  fill_head (self->head, self->list, title, count != NULL ? count : number);
  /* One more than the limit is not worth a row that says so. */
  show_entries (self, n_inside <= SHOWN_AT_FIRST + 1 ? n_inside : SHOWN_AT_FIRST);
  gtk_box_append (details->box, GTK_WIDGET (self));
}

void
dem_details_add_section (const DemDetails *details, const char *title, const char *count, GArray *entries)
{
  add_section (details, title, count, entries, entries->len);
}

void
dem_details_add_list (const DemDetails *details, const char *title, const char *count, GtkWidget *list)
{
  GtkWidget *section = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "orientation",
                                     GTK_ORIENTATION_VERTICAL, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (head, "dem-section-head");
  fill_head (head, list, title, count);
  gtk_box_append (GTK_BOX (section), head);
  gtk_box_append (GTK_BOX (section), list);
  gtk_box_append (details->box, section);
}

typedef struct
{
  DemDossier *dossier;
  DemPeriod period;
} EventOrder;

static gboolean
is_outside (const EventOrder *order, DemRef ref)
{
  const DemEdtf *when = dem_dossier_when (order->dossier, ref);

  return dem_edtf_is_dated (when) && dem_edtf_overlaps (when, order->period) == DEM_ANSWER_NO;
}

/* What may fall in the period first, the latest first; undated ones last of each. */
static int
compare_events (gconstpointer a, gconstpointer b, gpointer data)
{
  const EventOrder *order = data;
  const DemDetailsEntry *first = a, *second = b;
  const DemEdtf *when_first = dem_dossier_when (order->dossier, first->ref);
  const DemEdtf *when_second = dem_dossier_when (order->dossier, second->ref);
  int outside = is_outside (order, first->ref) - is_outside (order, second->ref);
  int undated = dem_edtf_is_dated (when_second) - dem_edtf_is_dated (when_first);

  return outside != 0 ? outside : undated != 0 ? undated : dem_edtf_compare (when_second, when_first);
}

void
dem_details_add_events (const DemDetails *details, const char *count, GArray *entries)
{
  EventOrder order = { details->dossier, details->period };
  guint n_inside = 0;

  g_array_sort_with_data (entries, compare_events, &order);
  while (n_inside < entries->len
         && !is_outside (&order, g_array_index (entries, DemDetailsEntry, n_inside).ref))
    n_inside++;
  add_section (details, dem_details_kind_plural (DEM_KIND_EVENT), count, entries, n_inside);
}

void
dem_details_add_backlinks (const DemDetails *details, DemRef ref, const DemKind *kinds)
{
  for (; *kinds != DEM_KIND_NONE; kinds++)
    {
      guint n = 0;
      const DemRef *links = dem_dossier_backlinks_of (details->dossier, ref, *kinds, &n);
      GArray *entries = dem_details_entries_new ();

      for (guint i = 0; i < n; i++)
        {
          dem_details_entries_add (entries, links[i]);
          if (*kinds == DEM_KIND_CLAIM)
            g_array_index (entries, DemDetailsEntry, i).sign
                = dem_details_claim_sign (details->dossier, links[i].index, details->scenario);
        }
      if (*kinds == DEM_KIND_EVENT)
        dem_details_add_events (details, NULL, entries);
      else
        dem_details_add_section (details, dem_details_kind_plural (*kinds), NULL, entries);
    }
}

void
dem_details_add_link (const DemDetails *details, const char *title, DemRef ref)
{
  GArray *entries;

  if (dem_ref_is_none (ref) || ref.index == DEM_NO_INDEX)
    return;
  entries = dem_details_entries_new ();
  dem_details_entries_add (entries, ref);
  dem_details_add_section (details, title, NULL, entries);
}
