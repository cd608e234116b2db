/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/strength_line.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/explanation.h"
#include "ui/common/strength_words.h"
#include "ui/common/value_bar.h"
#include "ui/common/widget_style.h"

#define GAP 7

struct _DemStrengthLine
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  GtkWidget *button;
  GtkWidget *old_value;
  GtkWidget *arrow;
  GtkWidget *value;
  GtkWidget *note;
  DemRef ref;
  DemDossier *dossier; /* nullable: of what @ref is an item */

  /* What is followed, if anything is. */
  DemFocus *focus;
  DemEvaluator *evaluator;
  DemNotebook *notebook;
};

enum
{
  SIGNAL_EXPLAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemStrengthLine, dem_strength_line, GTK_TYPE_WIDGET)

static void
on_popup (GtkMenuButton *button, gpointer data)
{
  DemStrengthLine *self = data;

  if (self->evaluator != NULL)
    gtk_menu_button_set_popover (button, dem_explanation_wrap (dem_explanation_new (
                                             self->focus, self->evaluator, self->notebook, self->ref)));
  else
    g_signal_emit (self, signals[SIGNAL_EXPLAIN], 0, button);
}

static void
dem_strength_line_dispose (GObject *object)
{
  DemStrengthLine *self = DEM_STRENGTH_LINE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->dossier);
  g_clear_object (&self->focus);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (dem_strength_line_parent_class)->dispose (object);
}

static void
dem_strength_line_class_init (DemStrengthLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_strength_line_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "strength");

  signals[SIGNAL_EXPLAIN] = g_signal_new ("explain", DEM_TYPE_STRENGTH_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, GTK_TYPE_MENU_BUTTON);
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
create_button (DemStrengthLine *self)
{
  GtkWidget *button = gtk_menu_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->old_value = add_label (box, "dem-old-value");
  self->arrow = add_label (box, "dem-old-value");
  self->value = add_label (box, "dem-value");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_popup, self, NULL);
  gtk_widget_add_css_class (button, "dem-number");
  gtk_widget_set_tooltip_text (button, _ ("Why this strength?"));
  return button;
}

static void
dem_strength_line_init (DemStrengthLine *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GAP);
  self->bar = dem_value_bar_new ((int) DEM_VALUE_BAR_WIDTH);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  self->button = create_button (self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  self->note = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
  gtk_widget_set_visible (self->note, FALSE);
  self->ref = DEM_REF_NONE;
}

GtkWidget *
dem_strength_line_new (int bar_width)
{
  DemStrengthLine *self = g_object_new (DEM_TYPE_STRENGTH_LINE, NULL);

  dem_strength_line_set_bar_width (self, bar_width);
  return GTK_WIDGET (self);
}

void
dem_strength_line_set_bar_width (DemStrengthLine *self, int width)
{
  g_return_if_fail (DEM_IS_STRENGTH_LINE (self));

  dem_value_bar_set_width (DEM_VALUE_BAR (self->bar), width);
}

/* Who has set it, or why it is not one number. */
static void
show_note (DemStrengthLine *self, DemEvaluation *evaluation, DemStatus status)
{
  DemSetter setter = self->ref.kind == DEM_KIND_CLAIM
                         ? dem_evaluation_get_setter (evaluation, self->ref.index)
                         : DEM_SETTER_NOBODY;
  const char *words = dem_setter_get_words (setter);
  g_autofree char *tooltip = NULL;

  if (status == DEM_STATUS_UNDECIDED)
    {
      words = _ ("undecided because of dates");
      tooltip = dem_strength_dup_dates (evaluation, self->ref);
    }
  else if (status == DEM_STATUS_UNSETTLED)
    tooltip
        = g_strdup (_ ("It stands in a circle of reasons that does not come to rest, or follows from one."));
  gtk_label_set_text (GTK_LABEL (self->note), words != NULL ? words : "");
  gtk_widget_set_visible (self->note, words != NULL);
  dem_widget_set_tooltip (self->note, tooltip);
  dem_widget_set_css_class (self->note, "dem-assumed-note", setter != DEM_SETTER_NOBODY);
  dem_widget_set_css_class (self->note, "dim-label", setter == DEM_SETTER_NOBODY);
}

static void
show_numbers (DemStrengthLine *self, DemStrength now, DemStrength then, gboolean changed)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *text = dem_strength_dup_text (now);
  g_autofree char *old = dem_strength_dup_text (then);

  gtk_label_set_text (GTK_LABEL (self->value), text);
  gtk_label_set_text (GTK_LABEL (self->old_value), old);
  gtk_label_set_text (GTK_LABEL (self->arrow), rtl ? "←" : "→");
  gtk_widget_set_visible (self->old_value, changed);
  gtk_widget_set_visible (self->arrow, changed);
  dem_widget_set_css_class (self->value, "dem-assumed", changed || now.status == DEM_STATUS_ASSUMED);
}

static void
show_bar (DemStrengthLine *self, DemStrength now, DemStrength then, gboolean changed, gboolean same)
{
  DemValueBar *bar = DEM_VALUE_BAR (self->bar);
  double tick = changed || now.status == DEM_STATUS_ASSUMED ? then.strength : NAN;

  if (same)
    dem_value_bar_move (bar, dem_strength_get_bar (now), tick);
  else
    dem_value_bar_set (bar, dem_strength_get_bar (now), tick);
  if (now.status == DEM_STATUS_UNDECIDED)
    dem_value_bar_set_range (bar, (DemBounds){ now.low, now.high });
  else if (!same)
    dem_value_bar_set_range (bar, DEM_BOUNDS_NONE);
}

void
dem_strength_line_set (DemStrengthLine *self, DemEvaluation *evaluation, DemEvaluation *before, DemRef ref)
{
  DemStrength now, then;
  gboolean changed, same;
  g_autofree char *spoken = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (DEM_IS_STRENGTH_LINE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), evaluation != NULL);
  if (evaluation == NULL)
    return;
  same = dem_evaluation_get_dossier (evaluation) == self->dossier && dem_ref_equal (ref, self->ref);
  if (!same)
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  self->ref = ref;
  g_set_object (&self->dossier, dem_evaluation_get_dossier (evaluation));
  now = dem_evaluation_get (evaluation, ref);
  then = before != NULL ? dem_evaluation_get (before, ref) : now;
  changed = then.status != DEM_STATUS_ABSENT && dem_strength_differs (now, then);

  show_bar (self, now, then, changed, same);
  show_numbers (self, now, then, changed);
  show_note (self, evaluation, now.status);
  spoken = dem_strength_dup_spoken (evaluation, before, ref);
  /* Translators: what a screen reader says of the button that explains a number: "strength 0.56: why?" */
  label = g_strdup_printf (_ ("%s: why?"), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Not while the evaluator is about another dossier than the one in which the item is. */
static void
on_changed (DemStrengthLine *self)
{
  DemEvaluation *evaluation = dem_evaluator_get_evaluation (self->evaluator);

  if (evaluation != NULL && dem_evaluation_get_dossier (evaluation) == self->dossier)
    dem_strength_line_set (self, evaluation, dem_evaluator_get_before (self->evaluator), self->ref);
}

void
dem_strength_line_follow (
    DemStrengthLine *self, DemFocus *focus, DemEvaluator *evaluator, DemNotebook *notebook, DemRef ref)
{
  g_return_if_fail (DEM_IS_STRENGTH_LINE (self));
  g_return_if_fail (DEM_IS_FOCUS (focus) && DEM_IS_EVALUATOR (evaluator));
  g_return_if_fail (self->evaluator == NULL);

  self->focus = g_object_ref (focus);
  self->evaluator = g_object_ref (evaluator);
  g_set_object (&self->notebook, notebook);
  self->ref = ref;
  g_set_object (&self->dossier, dem_focus_get_dossier (focus));
  g_signal_connect_object (evaluator, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

void
dem_strength_line_set_band (DemStrengthLine *self, DemBounds band)
{
  g_autofree char *tooltip = NULL;

  g_return_if_fail (DEM_IS_STRENGTH_LINE (self));

  dem_value_bar_set_range (DEM_VALUE_BAR (self->bar), band);
  if (!isnan (band.low))
    tooltip = g_strdup_printf (_ ("%.2f to %.2f if the maker’s numbers were a little different"), band.low,
                               band.high);
  dem_widget_set_tooltip (self->bar, tooltip);
}

void
dem_strength_line_explain (DemStrengthLine *self)
{
  g_return_if_fail (DEM_IS_STRENGTH_LINE (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
