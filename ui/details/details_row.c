/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/details/details_row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/argument/claim_value.h"
#include "ui/common/citations.h"
#include "ui/common/note_badge.h"
#include "ui/common/questions.h"
#include "ui/common/sign.h"
#include "ui/common/stance_sample.h"
#include "ui/common/strength_line.h"
#include "ui/common/strength_words.h"
#include "ui/common/value_bar.h"
#include "ui/common/widget_style.h"
#include "ui/common/wrap_layout.h"
#include "ui/details/spread_layout.h"
#include "ui/details/words.h"

#define BAR_WIDTH 34

struct _DemDetailsRow
{
  GtkListBoxRow parent_instance;

  DemRef ref;
  GtkWidget *lead; /* what stands before the name: a line, a sign, a number */
  GtkWidget *name;
  GtkWidget *tail; /* what follows: dates, values, links */
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *spread
      = g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (DEM_TYPE_SPREAD_LAYOUT, NULL), NULL);

  self->spoken = g_string_new (NULL);
  gtk_widget_add_css_class (box, "dem-details-row");
  self->lead = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_visible (self->lead, FALSE);
  gtk_box_append (GTK_BOX (box), self->lead);
  gtk_widget_set_hexpand (spread, TRUE);
  gtk_box_append (GTK_BOX (box), spread);
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->name), 4);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (spread), self->name);
  self->tail = g_object_new (GTK_TYPE_BOX, "layout-manager", dem_wrap_layout_new (7, 0), "valign",
                             GTK_ALIGN_CENTER, NULL);
  gtk_box_append (GTK_BOX (spread), self->tail);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/* Adds to what a screen reader says of the row: names and dates after each other, as in a list. */
static void
speak (DemDetailsRow *self, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (self->spoken->len > 0)
    g_string_append (self->spoken, _ (", "));
  g_string_append (self->spoken, text);
}

static void
set_lead (DemDetailsRow *self, GtkWidget *widget, const char *spoken)
{
  gtk_box_append (GTK_BOX (self->lead), widget);
  gtk_widget_set_visible (self->lead, TRUE);
  speak (self, spoken);
}

static void
set_name (DemDetailsRow *self, const char *text, gboolean strong)
{
  gtk_label_set_text (GTK_LABEL (self->name), text);
  dem_widget_set_css_class (self->name, "dem-strong", strong);
  speak (self, text);
}

static void
add_tail (DemDetailsRow *self, const char *text)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (self->tail), label);
  speak (self, text);
}

static void
add_citations (DemDetailsRow *self, const DemDetails *details, const DemItem *item)
{
  GtkWidget *citations = dem_citations_new ();

  dem_citations_set (DEM_CITATIONS (citations), details->focus, item->cites, item->n_cites);
  gtk_box_append (GTK_BOX (self->tail), citations);
}

static void
set_stance (DemDetailsRow *self, DemStance stance)
{
  set_lead (self, dem_stance_sample_new (stance), dem_stance_get_word (stance));
}

static void
set_number (DemDetailsRow *self, const char *number)
{
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "dem-strong");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  set_lead (self, label, number);
}

static void
add_value (DemDetailsRow *self, const DemDetails *details, guint32 claim, double assumed)
{
  double start = dem_claim_value_get_start (details->dossier, claim);
  gboolean fixed = !isnan (assumed);
  g_autofree char *text = g_strdup_printf ("%.2f", fixed ? assumed : start);
  g_autofree char *spoken = fixed ? g_strdup_printf (_ ("assumed %.2f in the scenario"), assumed)
                                  : g_strdup_printf (_ ("starting value %s"), text);
  GtkWidget *bar = dem_value_bar_new (BAR_WIDTH), *label = gtk_label_new (text);

  dem_value_bar_set (DEM_VALUE_BAR (bar), fixed ? assumed : start, fixed ? start : NAN);
  gtk_widget_set_tooltip_text (bar, spoken);
  gtk_box_append (GTK_BOX (self->tail), bar);
  gtk_widget_add_css_class (label, fixed ? "dem-assumed" : "dem-value");
  gtk_widget_set_tooltip_text (label, spoken);
  gtk_box_append (GTK_BOX (self->tail), label);
  speak (self, spoken);
}

/* How strong a claim or a step is now. */
static void
add_strength (DemDetailsRow *self, const DemDetails *details, DemRef ref)
{
  GtkWidget *line = dem_strength_line_new (BAR_WIDTH);
  DemEvaluation *evaluation = dem_evaluator_get_evaluation (details->evaluator);
  g_autofree char *spoken
      = dem_strength_dup_spoken (evaluation, dem_evaluator_get_before (details->evaluator), ref);

  dem_strength_line_follow (DEM_STRENGTH_LINE (line), details->focus, details->evaluator, details->notebook,
                            ref);
  gtk_box_append (GTK_BOX (self->tail), line);
  speak (self, spoken);
}

static void
fill_claim (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  g_autofree char *label = dem_dossier_dup_label (details->dossier, entry->ref);
  double assumed = entry->value;

  if (entry->sign != DEM_SIGN_NONE && entry->sign != DEM_SIGN_THESIS)
    set_lead (self, dem_sign_icon_new (entry->sign), dem_sign_get_word (entry->sign));
  if (isnan (assumed))
    dem_claim_value_get_assumed (details->dossier, details->scenario, entry->ref.index, &assumed);
  set_name (self, label, entry->sign == DEM_SIGN_THESIS);
  if (details->evaluator != NULL && isnan (entry->value))
    add_strength (self, details, entry->ref);
  else
    add_value (self, details, entry->ref.index, assumed);
  add_citations (self, details, &dem_dossier_claim (details->dossier, entry->ref.index)->item);
}

/* A pair as it stands at the moment, by the name of the other when it is seen from one of the two. */
static void
fill_pair (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  const DemPair *pair = dem_dossier_pair (details->dossier, entry->ref.index);
  guint32 phase
      = dem_dossier_stance_at (details->dossier, entry->ref.index, details->moment, details->scenario);
  g_autofree char *name = NULL;
  g_autofree char *now = NULL;
  g_autofree char *date = NULL;

  if (entry->from.kind == DEM_KIND_ACTOR)
    name = dem_dossier_dup_label (details->dossier,
                                  DEM_REF (ACTOR, pair->a == entry->from.index ? pair->b : pair->a));
  else
    name = dem_details_dup_title (details->dossier, entry->ref);
  if (phase != DEM_NO_INDEX)
    now = dem_dossier_dup_label (details->dossier, DEM_REF (RELATION, phase));
  set_stance (self, phase != DEM_NO_INDEX ? dem_details_relation_stance (details, phase) : DEM_STANCE_NONE);
  set_name (self, name, FALSE);
  add_tail (self, now);
  if (!entry->current || phase == DEM_NO_INDEX)
    return;
  date = dem_details_dup_date (details->dossier, DEM_REF (RELATION, phase));
  add_tail (self, date);
  add_citations (self, details, &dem_dossier_relation (details->dossier, phase)->item);
}

static void
fill_relation (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  const DemRelation *relation = dem_dossier_relation (details->dossier, entry->ref.index);
  g_autofree char *label = dem_dossier_dup_label (details->dossier, entry->ref);
  g_autofree char *date = dem_details_dup_date (details->dossier, entry->ref);

  set_stance (self, dem_details_relation_stance (details, entry->ref.index));
  set_name (self, label, entry->current);
  add_tail (self, date);
  add_citations (self, details, &relation->item);
}

static void
fill_event (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  g_autofree char *date = dem_details_dup_date (details->dossier, entry->ref);
  const DemEvent *event = dem_dossier_event (details->dossier, entry->ref.index);

  set_name (self, event->title, FALSE);
  add_tail (self, date != NULL ? date : _ ("undated"));
  add_citations (self, details, &event->item);
}

static void
fill_inference (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  const DemInference *inference = dem_dossier_inference (details->dossier, entry->ref.index);
  g_autofree char *step = dem_details_dup_step (details->dossier, entry->ref.index);
  DemSign sign = dem_details_inference_sign (inference);
  g_autofree char *questions = dem_questions_dup_open (details->notebook, inference);

  set_lead (self, dem_sign_icon_new (sign), dem_sign_get_word (sign));
  set_name (self, step, FALSE);
  if (details->evaluator != NULL)
    add_strength (self, details, entry->ref);
  add_tail (self, questions);
  add_citations (self, details, &inference->item);
}

static void
fill_paragraph (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  const char *summary = dem_dossier_paragraph (details->dossier, entry->ref.index)->item.summary;
  g_autofree char *label = dem_dossier_dup_label (details->dossier, entry->ref);

  set_number (self, label);
  set_name (self, summary != NULL ? summary : "", FALSE);
}

static void
fill_source (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  const DemSource *source = dem_dossier_source (details->dossier, entry->ref.index);
  g_autofree char *number = g_strdup_printf (_ ("[%u]"), entry->ref.index + 1);
  g_autofree char *date = dem_details_dup_date (details->dossier, entry->ref);

  set_number (self, number);
  set_name (self, source->title, FALSE);
  add_tail (self, source->author);
  add_tail (self, date);
}

static void
fill_actor (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  g_autofree char *label = dem_dossier_dup_label (details->dossier, entry->ref);

  set_name (self, label, FALSE);
  add_tail (self, dem_details_actor_word (dem_dossier_actor (details->dossier, entry->ref.index)->kind));
}

static void
fill_other (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry)
{
  g_autofree char *name = dem_dossier_dup_name (details->dossier, entry->ref);

  set_name (self, name, FALSE);
}

typedef void (*Filler) (DemDetailsRow *self, const DemDetails *details, const DemDetailsEntry *entry);

static const Filler fillers[DEM_N_KINDS] = {
  [DEM_KIND_SOURCE] = fill_source,       [DEM_KIND_PARAGRAPH] = fill_paragraph,
  [DEM_KIND_PLACE] = fill_other,         [DEM_KIND_ACTOR] = fill_actor,
  [DEM_KIND_PAIR] = fill_pair,           [DEM_KIND_RELATION] = fill_relation,
  [DEM_KIND_EVENT] = fill_event,         [DEM_KIND_CLAIM] = fill_claim,
  [DEM_KIND_INFERENCE] = fill_inference, [DEM_KIND_SCENARIO] = fill_other,
  [DEM_KIND_STOP] = fill_other,
};

/* How many notes there are, now and whenever they change; what is heard of the row follows when the page is shown anew. */
static void
add_notes (DemDetailsRow *self, const DemDetails *details)
{
  GtkWidget *badge = dem_note_badge_new ();
  g_autofree char *words = NULL;
  DemNoteMark mark;

  dem_note_badge_set (DEM_NOTE_BADGE (badge), details->notebook, details->dossier, self->ref);
  gtk_box_append (GTK_BOX (self->tail), badge);
  mark = dem_note_badge_get (DEM_NOTE_BADGE (badge));
  words = mark.n > 0 ? dem_note_mark_dup_words (mark) : NULL;
  speak (self, words);
}

GtkWidget *
dem_details_row_new (const DemDetails *details, const DemDetailsEntry *entry)
{
  DemDetailsRow *self = g_object_new (DEM_TYPE_DETAILS_ROW, NULL);

  self->ref = entry->ref;
  fillers[entry->ref.kind](self, details, entry);
  add_notes (self, details);
  if (!dem_dossier_exists_in (details->dossier, entry->ref, details->scenario))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "dem-hypothetical");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Only in a scenario"));
      speak (self, _ ("only in a scenario"));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->spoken->str,
                                  -1);
  return GTK_WIDGET (self);
}

DemRef
dem_details_row_get_ref (DemDetailsRow *self)
{
  g_return_val_if_fail (DEM_IS_DETAILS_ROW (self), DEM_REF_NONE);

  return self->ref;
}
