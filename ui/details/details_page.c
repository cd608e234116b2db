/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/details/details_page.h"

#include "ui/common/explanation.h"
#include "ui/common/item_menu.h"
#include "ui/common/note_menu.h"
#include "ui/details/details.h"
#include "ui/details/details_row.h"
#include "ui/details/perspective_details.h"

/* While time is played, the page is made again this often at most, in microseconds. */
#define LEAST_INTERVAL (200 * G_TIME_SPAN_MILLISECOND)

/* How often a page in which somebody writes is asked whether that is over, in milliseconds. */
#define WRITING_INTERVAL 1000

struct _DemDetailsPage
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;

  DemFocus *focus;         /* nullable */
  DemEvaluator *evaluator; /* nullable */
  DemNotebook *notebook;   /* nullable */
  guint rebuild;           /* source that makes the page again, 0 for none */
  gboolean keeps_place;
  gint64 built_at; /* monotonic time of the last one */
  gboolean is_stale; /* made again when it is next on screen */
};

G_DEFINE_FINAL_TYPE (DemDetailsPage, dem_details_page, GTK_TYPE_WIDGET)

static const DemDetailsBuilder builders[DEM_N_KINDS] = {
  [DEM_KIND_SOURCE] = dem_details_build_source,       [DEM_KIND_PARAGRAPH] = dem_details_build_paragraph,
  [DEM_KIND_PLACE] = dem_details_build_place,         [DEM_KIND_ACTOR] = dem_details_build_actor,
  [DEM_KIND_PAIR] = dem_details_build_pair,           [DEM_KIND_RELATION] = dem_details_build_relation,
  [DEM_KIND_EVENT] = dem_details_build_event,         [DEM_KIND_CLAIM] = dem_details_build_claim,
  [DEM_KIND_INFERENCE] = dem_details_build_inference, [DEM_KIND_SCENARIO] = dem_details_build_scenario,
  [DEM_KIND_STOP] = dem_details_build_stop,
};

static void
clear (DemDetailsPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/* For a moment, when another dossier is opened, the strengths are not yet its own. */
static DemEvaluator *
get_evaluator (DemDetailsPage *self, DemDossier *dossier)
{
  DemEvaluation *evaluation = self->evaluator != NULL ? dem_evaluator_get_evaluation (self->evaluator) : NULL;

  return evaluation != NULL && dem_evaluation_get_dossier (evaluation) == dossier ? self->evaluator : NULL;
}

static void
fill (DemDetailsPage *self, DemDossier *dossier)
{
  guint n = 0;
  const DemRef *selection = dem_focus_get_selection (self->focus, &n);
  DemDetails details = {
    .focus = self->focus,
    .dossier = dossier,
    .box = GTK_BOX (self->box),
    .evaluator = get_evaluator (self, dossier),
    .notebook = self->notebook,
    .scenario = dem_focus_get_scenario (self->focus),
    .period = dem_focus_get_period (self->focus),
    .moment = dem_focus_get_moment (self->focus),
  };

  if (n == 0 && dem_focus_get_perspective (self->focus) != DEM_NO_INDEX)
    dem_details_build_perspective (&details, dem_focus_get_perspective (self->focus));
  else if (n == 0)
    dem_details_build_dossier (&details);
  else if (n == 1)
    builders[selection[0].kind](&details, selection[0].index);
  else
    dem_details_build_several (&details, selection, n);
}

static gboolean
has_keyboard (DemDetailsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focused != NULL && gtk_widget_is_ancestor (focused, self->box);
}

static GtkWidget *
find_perspective_button (DemDetailsPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_name (child), DEM_DETAILS_PERSPECTIVE_BUTTON))
      return child;
  return NULL;
}

/* The keyboard stays on the toggle that was pressed, else it goes to the title. */
static void
give_keyboard (DemDetailsPage *self, gboolean was_on_button)
{
  GtkWidget *button = was_on_button ? find_perspective_button (self) : NULL;

  gtk_widget_grab_focus (button != NULL ? button : gtk_widget_get_first_child (self->box));
}

static void
build (DemDetailsPage *self)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  gboolean keyboard = has_keyboard (self);
  GtkWidget *button = find_perspective_button (self);
  gboolean was_on_button = self->keeps_place && button != NULL && gtk_widget_has_focus (button);

  self->built_at = g_get_monotonic_time ();
  self->is_stale = FALSE;
  if (!self->keeps_place)
    gtk_adjustment_set_value (place, 0);
  self->keeps_place = TRUE;
  clear (self);
  if (dossier == NULL)
    return;
  fill (self, dossier);
  if (keyboard)
    give_keyboard (self, was_on_button);
}

/* Whoever writes is not to be interrupted by anything but another selection. */
static gboolean
is_being_written (DemDetailsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return self->keeps_place && has_keyboard (self) && GTK_IS_TEXT_VIEW (gtk_root_get_focus (root));
}

static gboolean
on_rebuild (gpointer data)
{
  DemDetailsPage *self = data;

  self->rebuild = 0;
  if (self->is_stale && is_being_written (self))
    self->rebuild = g_timeout_add (WRITING_INTERVAL, on_rebuild, self);
  else if (self->is_stale)
    build (self);
  return G_SOURCE_REMOVE;
}

/* Later, because the row that was activated is still at work, and once however many changes come. */
static void
schedule (DemDetailsPage *self, gboolean can_wait)
{
  gint64 wait = can_wait ? self->built_at + LEAST_INTERVAL - g_get_monotonic_time () : 0;

  if (self->rebuild != 0 && can_wait)
    return;
  g_clear_handle_id (&self->rebuild, g_source_remove);
  if (wait > 0)
    self->rebuild = g_timeout_add ((guint) (wait / G_TIME_SPAN_MILLISECOND) + 1, on_rebuild, self);
  else
    self->rebuild = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, on_rebuild, self, NULL);
}

static void
rebuild_later (DemDetailsPage *self, gboolean can_wait)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    schedule (self, can_wait);
}

static void
on_focus_changed (DemDetailsPage *self, DemFocusChange what)
{
  if (!(what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION | DEM_FOCUS_SCENARIO | DEM_FOCUS_PERIOD
                | DEM_FOCUS_PERSPECTIVE)))
    return;
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION))
    self->keeps_place = FALSE;
  rebuild_later (self, !(what & ~(DEM_FOCUS_PERIOD | DEM_FOCUS_VIEW)));
}

/* Numbers change by themselves; what is said of them does so when the page is made again. Not under the
 * reader's hand. */
static void
on_evaluation_changed (DemDetailsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean in_use = focused != NULL && gtk_widget_is_ancestor (focused, self->box)
                    && gtk_widget_get_ancestor (focused, DEM_TYPE_EXPLANATION) != NULL;

  if (in_use)
    self->is_stale = TRUE;
  else
    rebuild_later (self, TRUE);
}

/* Nobody pays for a page behind another. */
static void
dem_details_page_map (GtkWidget *widget)
{
  DemDetailsPage *self = DEM_DETAILS_PAGE (widget);

  if (self->is_stale)
    build (self);
  GTK_WIDGET_CLASS (dem_details_page_parent_class)->map (widget);
}

static void
dem_details_page_dispose (GObject *object)
{
  DemDetailsPage *self = DEM_DETAILS_PAGE (object);

  g_clear_handle_id (&self->rebuild, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_DETAILS_PAGE);
  g_clear_object (&self->focus);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (dem_details_page_parent_class)->dispose (object);
}

static void
dem_details_page_class_init (DemDetailsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_details_page_dispose;
  widget_class->map = dem_details_page_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/demarche/Demarche/ui/details/details_page.ui");
  gtk_widget_class_bind_template_child (widget_class, DemDetailsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DemDetailsPage, box);
}

/* Of the row at a point, else of what the page is about: the one thing selected, or the dossier. */
static GMenu *
create_menu (GtkWidget *widget, double x, double y)
{
  DemDetailsPage *self = DEM_DETAILS_PAGE (widget);
  GMenu *menu = g_menu_new ();
  GtkWidget *picked = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, DEM_TYPE_DETAILS_ROW) : NULL;
  DemRef ref = DEM_REF_NONE;
  const DemRef *selection;
  guint n;

  if (self->notebook == NULL || self->focus == NULL)
    return menu;
  selection = dem_focus_get_selection (self->focus, &n);
  if (row != NULL)
    ref = dem_details_row_get_ref (DEM_DETAILS_ROW (row));
  else if (n > 0)
    ref = selection[n - 1];
  dem_note_menu_append_ref (menu, dem_note_marks_get (self->notebook), self->focus, ref, NULL);
  return menu;
}

static void
dem_details_page_init (DemDetailsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dem_item_menu_attach (GTK_WIDGET (self), create_menu);
}

GtkWidget *
dem_details_page_new (void)
{
  return g_object_new (DEM_TYPE_DETAILS_PAGE, NULL);
}

void
dem_details_page_set_focus (DemDetailsPage *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_DETAILS_PAGE (self));

  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_set_object (&self->focus, focus);
  if (focus != NULL)
    g_signal_connect_object (focus, "changed", G_CALLBACK (on_focus_changed), self, G_CONNECT_SWAPPED);
  on_focus_changed (self, DEM_FOCUS_ALL);
}

void
dem_details_page_set_evaluator (DemDetailsPage *self, DemEvaluator *evaluator)
{
  g_return_if_fail (DEM_IS_DETAILS_PAGE (self));

  if (self->evaluator != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluator, self);
  g_set_object (&self->evaluator, evaluator);
  if (evaluator != NULL)
    g_signal_connect_object (evaluator, "changed", G_CALLBACK (on_evaluation_changed), self,
                             G_CONNECT_SWAPPED);
  rebuild_later (self, FALSE);
}

void
dem_details_page_set_notebook (DemDetailsPage *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_DETAILS_PAGE (self));

  if (g_set_object (&self->notebook, notebook))
    rebuild_later (self, FALSE);
}
