/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/details/details_row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/argument/claim_value.h"
#include "ui/common/citations.h"
#include "ui/common/sign.h"
#include "ui/common/value_bar.h"
#include "ui/common/widget_style.h"
#include "ui/details/stance_sample.h"
#include "ui/details/words.h"

#define BAR_WIDTH 34
#define TAIL_CHARACTERS 18

struct _DemDetailsRow
{
  GtkListBoxRow parent_instance;

  DemRef ref;
  GtkWidget *box;
  GString *spoken;
};

G_DEFINE_FINAL_TYPE (DemDetailsRow, dem_details_row, GTK_TYPE_LIST_BOX_ROW)

static void
dem_details_row_finalize (GObject *object)
{
  g_string_free (DEM_DETAILS_ROW (object)->spoken, TRUE);

  G_OBJECT_CLASS (dem_details_row_parent_class)->finalize (object);
}

static void
dem_details_row_class_init (DemDetailsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_details_row_finalize;
}

static void
dem_details_row_init (DemDetailsRow *self)
{
  self->spoken = g_string_new (NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->box, "dem-details-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

/* Adds to what a screen reader says of the row: names and dates after each other, as in a list. */
static void
speak (DemDetailsRow *self, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (self->spoken->len > 0)
    g_string_append (self->spoken, _(", "));
  g_string_append (self->spoken, text);
}

static void
add_text (DemDetailsRow *self, const char *text, gboolean strong)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  dem_widget_set_css_class (label, "dem-strong", strong);
  gtk_box_append (GTK_BOX (self->box), label);
  speak (self, text);
}

static void
add_tail (DemDetailsRow *self, const char *text)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TAIL_CHARACTERS);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (self->box), label);
  speak (self, text);
}

static void
add_citations (DemDetailsRow *self, const DemDetails *details, const DemItem *item)
{
  GtkWidget *citations = dem_citations_new ();

  dem_citations_set (DEM_CITATIONS (citations), details->focus, item->cites, item->n_cites);
  gtk_widget_set_valign (citations, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), citations);
}

static void
add_stance (DemDetailsRow *self, DemStance stance)
{
  gtk_box_append (GTK_BOX (self->box), dem_stance_sample_new (stance));
  speak (self, dem_stance_get_word (stance));
}

static void
add_value (DemDetailsRow *self, const DemDetails *details, guint32 claim, double assumed)
{
  double start = dem_claim_value_get_start (details->dossier, claim);
  gboolean fixed = !isnan (assumed);
  g_autofree char *text = g_strdup_printf ("%.2f", fixed ? assumed : start);
  g_autofree char *spoken = fixed ? g_strdup_printf (_("assumed %.2f in the scenario"), assumed)
                                  : g_strdup_printf (_("starting value %s"), text);
  GtkWidget *bar = dem_value_bar_new (BAR_WIDTH), *label = gtk_label_new (text);

  dem_value_bar_set (DEM_VALUE_BAR (bar), fixed ? assumed : start, fixed ? start : NAN);
  gtk_widget_set_tooltip_text (bar, spoken);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_widget_add_css_class (label, fixed ? "dem-assumed" : "dem-value");
  gtk_widget_set_tooltip_text (label, spoken);
  gtk_box_append (GTK_BOX (self->box), label);
  speak (self, spoken);
}

static void
fill_claim (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  g_autofree char *label = dem_dossier_dup_label (details->dossier, entry->ref);
  double assumed = entry->value;

  if (entry->sign != DEM_SIGN_NONE && entry->sign != DEM_SIGN_THESIS)
    {
      gtk_box_append (GTK_BOX (self->box), dem_sign_icon_new (entry->sign));
      speak (self, dem_sign_get_word (entry->sign));
    }
  if (isnan (assumed))
    dem_claim_value_get_assumed (details->dossier, details->scenario, entry->ref.index, &assumed);
  add_text (self, label, entry->sign == DEM_SIGN_THESIS);
  add_value (self, details, entry->ref.index, assumed);
  add_citations (self, details, &dem_dossier_claim (details->dossier, entry->ref.index)->item);
}

/* A pair as it stands at the moment, by the name of the other when it is seen from one of the two. */
static void
fill_pair (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  const DemPair *pair = dem_dossier_pair (details->dossier, entry->ref.index);
  guint32 phase = dem_dossier_stance_at (details->dossier, entry->ref.index, details->moment, details->scenario);
  g_autofree char *name = NULL;
  g_autofree char *now = NULL;

  if (entry->from.kind == DEM_KIND_ACTOR)
    name = dem_dossier_dup_name (details->dossier,
                                 DEM_REF (ACTOR, pair->a == entry->from.index ? pair->b : pair->a));
  else
    name = dem_dossier_dup_name (details->dossier, entry->ref);
  if (phase != DEM_NO_INDEX)
    now = dem_dossier_dup_label (details->dossier, DEM_REF (RELATION, phase));
  add_stance (self, phase != DEM_NO_INDEX ? dem_details_relation_stance (details, phase) : DEM_STANCE_NONE);
  add_text (self, name, FALSE);
  add_tail (self, now);
}

static void
fill_relation (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  const DemRelation *relation = dem_dossier_relation (details->dossier, entry->ref.index);
  g_autofree char *label = dem_dossier_dup_label (details->dossier, entry->ref);
  g_autofree char *date = dem_details_dup_date (details->dossier, entry->ref);

  add_stance (self, dem_details_relation_stance (details, entry->ref.index));
  add_text (self, label, entry->current);
  add_tail (self, date);
  add_citations (self, details, &relation->item);
}

static void
fill_event (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  g_autofree char *date = dem_details_dup_date (details->dossier, entry->ref);
  const DemEvent *event = dem_dossier_event (details->dossier, entry->ref.index);

  add_text (self, event->title, FALSE);
  add_tail (self, date != NULL ? date : _("undated"));
  add_citations (self, details, &event->item);
}

static void
fill_inference (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  const DemInference *inference = dem_dossier_inference (details->dossier, entry->ref.index);
  g_autofree char *step = dem_details_dup_step (details->dossier, entry->ref.index);
  DemSign sign = dem_details_inference_sign (inference);

  gtk_box_append (GTK_BOX (self->box), dem_sign_icon_new (sign));
  speak (self, dem_sign_get_word (sign));
  add_text (self, step, FALSE);
  add_citations (self, details, &inference->item);
}

static void
fill_paragraph (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  g_autofree char *label = dem_dossier_dup_label (details->dossier, entry->ref);
  const char *summary = dem_dossier_paragraph (details->dossier, entry->ref.index)->item.summary;
  GtkWidget *number = gtk_label_new (label);

  gtk_widget_add_css_class (number, "dem-strong");
  gtk_box_append (GTK_BOX (self->box), number);
  speak (self, label);
  add_text (self, summary != NULL ? summary : "", FALSE);
}

static void
fill_other (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  g_autofree char *name = dem_dossier_dup_name (details->dossier, entry->ref);
  g_autofree char *date = NULL;

  add_text (self, name, FALSE);
  if (entry->ref.kind == DEM_KIND_ACTOR)
    add_tail (self, dem_details_actor_word (dem_dossier_actor (details->dossier, entry->ref.index)->kind));
  else if (entry->ref.kind == DEM_KIND_SOURCE)
    {
      date = dem_details_dup_date (details->dossier, entry->ref);
      add_tail (self, date);
    }
}

typedef void (*Filler) (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry);

static const Filler fillers[DEM_N_KINDS] = {
  [DEM_KIND_SOURCE] = fill_other,       [DEM_KIND_PARAGRAPH] = fill_paragraph, [DEM_KIND_PLACE] = fill_other,
  [DEM_KIND_ACTOR] = fill_other,        [DEM_KIND_PAIR] = fill_pair,           [DEM_KIND_RELATION] = fill_relation,
  [DEM_KIND_EVENT] = fill_event,        [DEM_KIND_CLAIM] = fill_claim,         [DEM_KIND_INFERENCE] = fill_inference,
  [DEM_KIND_SCENARIO] = fill_other,     [DEM_KIND_STOP] = fill_other,
};

GtkWidget *
dem_details_row_new (const DemDetails *details, const DemDetailsEntry *entry)
{
  DemDetailsRow *self = g_object_new (DEM_TYPE_DETAILS_ROW, NULL);

  self->ref = entry->ref;
  fillers[entry->ref.kind](self, details, entry);
  if (!dem_dossier_exists_in (details->dossier, entry->ref, details->scenario))
    {
      gtk_widget_add_css_class (self->box, "dem-hypothetical");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Only in a scenario"));
      speak (self, _("only in a scenario"));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->spoken->str, -1);
  return GTK_WIDGET (self);
}

DemRef
dem_details_row_get_ref (DemDetailsRow *self)
{
  g_return_val_if_fail (DEM_IS_DETAILS_ROW (self), DEM_REF_NONE);

  return self->ref;
}
