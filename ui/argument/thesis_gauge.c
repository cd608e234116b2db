/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/thesis_gauge.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/strength_words.h"
#include "ui/common/value_bar.h"
#include "ui/common/widget_style.h"

#define BAR_WIDTH 120
#define BAR_HEIGHT 10
#define STANDS 0.5

struct _DemThesisGauge
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *summary;
  GtkWidget *kicker;
  GtkWidget *bar;
  GtkWidget *old_value;
  GtkWidget *value;
  GtkWidget *verdict;
  GtkWidget *counts;
  GtkWidget *reset;

  DemFocus *focus;         /* nullable */
  DemEvaluator *evaluator; /* nullable */
  DemNotebook *notebook;   /* nullable */
  DemStrength last;        /* the thesis's, as it was told last */
  DemDossier *dossier;     /* nullable: of which @last is */
  char *news;
};

enum
{
  PROP_0,
  PROP_NEWS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DemThesisGauge, dem_thesis_gauge, GTK_TYPE_WIDGET)

const char *
dem_thesis_get_verdict (DemBounds band)
{
  if (isnan (band.low) || isnan (band.high))
    return _ ("Its range is unknown.");
  if (band.low >= STANDS)
    return _ ("It stands, also if the maker’s numbers were a little different.");
  if (band.high < STANDS)
    return _ ("It does not stand, also if the maker’s numbers were a little different.");
  return _ ("It may stand or not: a little different numbers decide.");
}

static DemEvaluation *
get_evaluation (DemThesisGauge *self)
{
  DemEvaluation *evaluation = self->evaluator != NULL ? dem_evaluator_get_evaluation (self->evaluator) : NULL;
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;

  return evaluation != NULL && dem_evaluation_get_dossier (evaluation) == dossier ? evaluation : NULL;
}

static void
set_news (DemThesisGauge *self, char *news)
{
  if (g_strcmp0 (self->news, news) == 0)
    {
      g_free (news);
      return;
    }
  g_free (self->news);
  self->news = news;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEWS]);
}

static char *
dup_changed (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u claim changed", "%u claims changed", n), n);
}

/* "The thesis is at 0.30, was 0.56; 8 claims changed" */
static void
tell (DemThesisGauge *self, DemEvaluation *evaluation, DemStrength now, guint n_changed)
{
  gboolean same = self->dossier == dem_evaluation_get_dossier (evaluation);
  g_autofree char *text = dem_strength_dup_text (now);
  g_autofree char *old = dem_strength_dup_text (self->last);
  g_autofree char *counted = dup_changed (n_changed);

  if (!same)
    set_news (self, NULL);
  else if (dem_strength_differs (now, self->last))
    /* Translators: strength now, strength before, "8 claims changed" */
    set_news (self, g_strdup_printf (_ ("The thesis is at %s, was %s; %s"), text, old, counted));
  self->last = now;
  g_set_object (&self->dossier, dem_evaluation_get_dossier (evaluation));
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
show_scenario (DemThesisGauge *self)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  guint32 index = dossier != NULL ? dem_focus_get_scenario (self->focus) : DEM_NO_INDEX;
  const DemScenario *scenario = index != DEM_NO_INDEX ? dem_dossier_scenario (dossier, index) : NULL;
  guint n_own = self->notebook != NULL ? dem_notebook_count_judgements (self->notebook) : 0;

  set_text (gtk_button_get_child (GTK_BUTTON (self->title)), scenario != NULL ? scenario->title
                                                             : n_own > 0      ? _ ("Your own what-if")
                                                                              : NULL);
  gtk_widget_set_visible (self->title, scenario != NULL || n_own > 0);
  gtk_widget_set_can_target (self->title, scenario != NULL);
  gtk_widget_set_focusable (self->title, scenario != NULL);
  set_text (self->summary, scenario != NULL ? scenario->item.summary : NULL);
}

static guint
count_assumptions (DemEvaluation *evaluation)
{
  guint n = 0;

  for (guint32 i = 0; i < dem_dossier_count (dem_evaluation_get_dossier (evaluation), DEM_KIND_CLAIM); i++)
    n += dem_evaluation_get_setter (evaluation, i) != DEM_SETTER_NOBODY;
  return n;
}

static guint
count_starts (DemEvaluation *evaluation)
{
  guint n = 0;

  for (guint32 i = 0; i < dem_dossier_count (dem_evaluation_get_dossier (evaluation), DEM_KIND_CLAIM); i++)
    n += dem_evaluation_start_is_readers (evaluation, i);
  return n;
}

/* Adds to a list of counts; takes the words. */
static void
add_count (GString *text, char *words, guint n)
{
  if (n > 0 && text->len > 0)
    g_string_append (text, _ (", "));
  if (n > 0)
    g_string_append (text, words);
  g_free (words);
}

static void
show_counts (DemThesisGauge *self, DemEvaluation *evaluation, guint n_changed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_assumed = count_assumptions (evaluation), n_starts = count_starts (evaluation);

  add_count (text,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u assumption", "%u assumptions", n_assumed),
                              n_assumed),
             n_assumed);
  add_count (text,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u starting value of your own",
                                           "%u starting values of your own", n_starts),
                              n_starts),
             n_starts);
  if (text->len > 0 && n_changed == 0)
    g_string_append (text, _ (", nothing changed"));
  else
    add_count (text, dup_changed (n_changed), n_changed);
  set_text (self->counts, text->str);
  gtk_widget_set_visible (self->reset,
                          self->notebook != NULL && dem_notebook_count_judgements (self->notebook) > 0);
}

static void
show_strength (DemThesisGauge *self, DemStrength now, DemStrength then, DemBounds band)
{
  gboolean changed = dem_strength_differs (now, then) && then.status != DEM_STATUS_ABSENT;
  g_autofree char *text = dem_strength_dup_text (now);
  g_autofree char *old = dem_strength_dup_text (then);
  g_autofree char *from = g_strdup_printf (
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? "%s ←" : "%s →", old);
  g_autofree char *spoken = NULL;

  dem_value_bar_move (DEM_VALUE_BAR (self->bar), dem_strength_get_bar (now), changed ? then.strength : NAN);
  dem_value_bar_set_range (DEM_VALUE_BAR (self->bar), band);
  gtk_label_set_text (GTK_LABEL (self->value), text);
  set_text (self->old_value, changed ? from : NULL);
  dem_widget_set_css_class (self->value, "dem-assumed", changed);
  if (!isnan (band.low))
    {
      g_autofree char *verdict = g_strdup_printf (_ ("%s Between %.2f and %.2f."),
                                                  dem_thesis_get_verdict (band), band.low, band.high);
      set_text (self->verdict, verdict);
    }
  spoken = changed ? g_strdup_printf (_ ("Strength of the thesis: %s, was %s"), text, old)
                   : g_strdup_printf (_ ("Strength of the thesis: %s"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* What everything is about, when nothing is called the thesis. */
static void
show_kicker (DemThesisGauge *self, DemEvaluation *evaluation, guint32 target)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (dem_evaluation_get_thesis (evaluation) == target)
    {
      gtk_label_set_text (GTK_LABEL (self->kicker), _ ("Thesis"));
      return;
    }
  name = dem_dossier_dup_label (dem_evaluation_get_dossier (evaluation), DEM_REF (CLAIM, target));
  text = g_strdup_printf (_ ("In place of a thesis: %s"), name);
  gtk_label_set_text (GTK_LABEL (self->kicker), text);
}

static void
show (DemThesisGauge *self)
{
  DemEvaluation *evaluation = get_evaluation (self);
  DemCruxes *cruxes = evaluation != NULL ? dem_evaluator_get_cruxes (self->evaluator) : NULL;
  guint32 target = evaluation != NULL ? dem_evaluator_get_target (self->evaluator) : DEM_NO_INDEX;
  DemEvaluation *before;
  DemStrength now;
  guint n_changed;

  gtk_widget_set_visible (self->box, target != DEM_NO_INDEX);
  if (target == DEM_NO_INDEX)
    return;
  before = dem_evaluator_get_before (self->evaluator);
  now = dem_evaluation_get (evaluation, DEM_REF (CLAIM, target));
  n_changed = dem_strength_count_changes (evaluation, before);
  show_scenario (self);
  show_kicker (self, evaluation, target);
  show_strength (self, now, dem_evaluation_get (before, DEM_REF (CLAIM, target)),
                 cruxes != NULL ? dem_cruxes_get_band (cruxes) : DEM_BOUNDS_NONE);
  show_counts (self, evaluation, n_changed);
  tell (self, evaluation, now, n_changed);
}

static void
on_title_clicked (DemThesisGauge *self)
{
  if (self->focus != NULL && dem_focus_get_scenario (self->focus) != DEM_NO_INDEX)
    dem_focus_select (self->focus, DEM_REF (SCENARIO, dem_focus_get_scenario (self->focus)));
}

/* ---- The object ---- */

static void
dem_thesis_gauge_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NEWS)
    g_value_set_string (value, DEM_THESIS_GAUGE (object)->news);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dem_thesis_gauge_dispose (GObject *object)
{
  DemThesisGauge *self = DEM_THESIS_GAUGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->focus);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->notebook);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (dem_thesis_gauge_parent_class)->dispose (object);
}

static void
dem_thesis_gauge_finalize (GObject *object)
{
  g_free (DEM_THESIS_GAUGE (object)->news);

  G_OBJECT_CLASS (dem_thesis_gauge_parent_class)->finalize (object);
}

static void
dem_thesis_gauge_class_init (DemThesisGaugeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dem_thesis_gauge_get_property;
  object_class->dispose = dem_thesis_gauge_dispose;
  object_class->finalize = dem_thesis_gauge_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "gauge");

  properties[PROP_NEWS]
      = g_param_spec_string ("news", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_title (DemThesisGauge *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  self->title = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->title), label);
  gtk_button_set_has_frame (GTK_BUTTON (self->title), FALSE);
  gtk_widget_set_tooltip_text (self->title, _ ("Show what the scenario assumes"));
  gtk_widget_set_halign (self->title, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->title, "dem-gauge-title");
  g_signal_connect_object (self->title, "clicked", G_CALLBACK (on_title_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->title);
  self->summary = add_label (self->box, "dem-gauge-summary");
  gtk_label_set_lines (GTK_LABEL (self->summary), 3);
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_END);
}

static void
add_bar (DemThesisGauge *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->bar = dem_value_bar_new (BAR_WIDTH);
  dem_value_bar_set_height (DEM_VALUE_BAR (self->bar), BAR_HEIGHT);
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_box_append (GTK_BOX (line), self->bar);
  self->old_value = add_label (line, "dem-old-value");
  self->value = add_label (line, "dem-gauge-value");
  gtk_label_set_wrap (GTK_LABEL (self->value), FALSE);
  gtk_box_append (GTK_BOX (self->box), line);
}

static void
add_foot (DemThesisGauge *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->counts = add_label (line, "dim-label");
  gtk_widget_add_css_class (self->counts, "dem-meta");
  gtk_widget_set_hexpand (self->counts, TRUE);
  self->reset = gtk_button_new_with_mnemonic (_ ("Rese_t"));
  gtk_widget_set_tooltip_text (self->reset, _ ("Take back everything that you have assumed"));
  gtk_widget_add_css_class (self->reset, "dem-small");
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->reset), "argument.reset-all");
  gtk_box_append (GTK_BOX (line), self->reset);
  gtk_box_append (GTK_BOX (self->box), line);
}

static void
dem_thesis_gauge_init (DemThesisGauge *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (self->box, "dem-gauge");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_title (self);
  self->kicker = add_label (self->box, "dem-outline-kicker");
  add_bar (self);
  self->verdict = add_label (self->box, "dem-meta");
  add_foot (self);
}

void
dem_thesis_gauge_set_focus (DemThesisGauge *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_THESIS_GAUGE (self));

  g_set_object (&self->focus, focus);
  show (self);
}

void
dem_thesis_gauge_set_evaluator (DemThesisGauge *self, DemEvaluator *evaluator)
{
  g_return_if_fail (DEM_IS_THESIS_GAUGE (self));

  if (self->evaluator != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluator, self);
  g_set_object (&self->evaluator, evaluator);
  if (evaluator != NULL)
    {
      g_signal_connect_object (evaluator, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (evaluator, "cruxes-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
    }
  show (self);
}

void
dem_thesis_gauge_set_notebook (DemThesisGauge *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_THESIS_GAUGE (self));

  g_set_object (&self->notebook, notebook);
  show (self);
}
