/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/outline_view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/argument/argument_row.h"
#include "ui/argument/outline_view_private.h"
#include "ui/common/item_menu.h"
#include "ui/common/moving_keys.h"

/* After so many milliseconds rows out of sight follow a change. */
#define LATE 50

enum
{
  SIGNAL_EXPLAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemOutlineView, dem_outline_view, GTK_TYPE_WIDGET)

/* ---- Rows ---- */

/* The strengths are another dossier's for a moment when one is opened: then there are none. */
static DemArgumentRowInput
get_input (DemOutlineView *self)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);
  DemEvaluation *evaluation = self->evaluator != NULL ? dem_evaluator_get_evaluation (self->evaluator) : NULL;
  DemCruxes *cruxes = self->evaluator != NULL ? dem_evaluator_get_cruxes (self->evaluator) : NULL;
  DemArgumentRowInput input = { self->focus, self->list, NULL, NULL, self->notebook, DEM_BOUNDS_NONE };

  if (outline == NULL || evaluation == NULL
      || dem_evaluation_get_dossier (evaluation) != dem_outline_get_dossier (outline))
    return input;
  input.evaluation = evaluation;
  input.before = dem_evaluator_get_before (self->evaluator);
  if (cruxes != NULL)
    input.band = dem_cruxes_get_band (cruxes);
  return input;
}

static void
show_row (DemOutlineView *self, GtkListItem *item)
{
  guint position = gtk_list_item_get_position (item);
  DemArgumentRowInput input = get_input (self);

  if (self->focus != NULL && position < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    dem_argument_row_set (DEM_ARGUMENT_ROW (gtk_list_item_get_child (item)), &input, position);
}

static void
refresh_rows (DemOutlineView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, g_ptr_array_index (self->rows, i));
}

typedef enum
{
  ROWS_ALL,
  ROWS_IN_SIGHT,
  ROWS_OUT_OF_SIGHT,
} Rows;

/* The list keeps some two hundred rows at hand, of which a dozen can be seen. */
static gboolean
is_in_sight (DemOutlineView *self, GtkWidget *row)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds) && bounds.origin.y + bounds.size.height >= 0
         && bounds.origin.y <= gtk_widget_get_height (GTK_WIDGET (self));
}

typedef void (*UpdateRow) (DemArgumentRow *row, const DemArgumentRowInput *input);

/* For rows that stand where they did. */
static void
update_each (DemOutlineView *self, UpdateRow update, Rows which)
{
  DemArgumentRowInput input = get_input (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < self->rows->len && self->focus != NULL; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->rows, i);
      GtkWidget *row = gtk_list_item_get_child (item);

      if (gtk_list_item_get_position (item) < n
          && (which == ROWS_ALL || is_in_sight (self, row) == (which == ROWS_IN_SIGHT)))
        update (DEM_ARGUMENT_ROW (row), &input);
    }
}

static gboolean
on_late (gpointer data)
{
  DemOutlineView *self = data;

  self->late = 0;
  update_each (self, dem_argument_row_update, ROWS_OUT_OF_SIGHT);
  return G_SOURCE_REMOVE;
}

/* Only numbers have changed. What can be seen is painted first. */
static void
update_rows (DemOutlineView *self)
{
  update_each (self, dem_argument_row_update, ROWS_IN_SIGHT);
  if (self->late == 0)
    self->late = g_timeout_add_full (G_PRIORITY_LOW, LATE, on_late, self, NULL);
}

static void
on_notebook_changed (DemOutlineView *self)
{
  update_each (self, dem_argument_row_update_asked, ROWS_ALL);
}

static guint32
get_claim (DemOutlineView *self, guint position)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);

  return dem_outline_get_node (outline, dem_outline_list_get_node (self->list, position))->claim;
}

void
dem_outline_view_judge (DemOutlineView *self, guint position, double strength)
{
  DemDossier *dossier = dem_outline_get_dossier (dem_outline_list_get_outline (self->list));
  const char *id = dem_dossier_claim (dossier, get_claim (self, position))->item.id;

  if (self->notebook == NULL)
    return;
  if (isnan (strength))
    dem_notebook_forget_assumption (self->notebook, id);
  else
    dem_notebook_assume (self->notebook, id, strength);
}

static void
on_judged (DemOutlineView *self, double strength, DemArgumentRow *row)
{
  dem_outline_view_judge (self, dem_argument_row_get_position (row), strength);
}

static void
on_explain (DemOutlineView *self, GtkMenuButton *button, DemArgumentRow *row)
{
  g_signal_emit (self, signals[SIGNAL_EXPLAIN], 0, get_claim (self, dem_argument_row_get_position (row)),
                 button);
}

void
dem_outline_view_set_unfolded (DemOutlineView *self, guint position, gboolean unfolded)
{
  dem_outline_list_set_unfolded (self->list, dem_outline_list_get_node (self->list, position), unfolded);
  refresh_rows (self);
}

static void
on_fold (DemOutlineView *self, DemArgumentRow *row)
{
  guint position = dem_argument_row_get_position (row);

  dem_outline_view_set_unfolded (self, position,
                !dem_outline_list_is_unfolded (self->list, dem_outline_list_get_node (self->list, position)));
}

GtkWidget *
dem_outline_view_find_item (DemOutlineView *self, guint position)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->rows, i);

      if (gtk_list_item_get_position (item) == position)
        return gtk_widget_get_parent (gtk_list_item_get_child (item));
    }
  return NULL;
}

guint
dem_outline_view_get_focused (DemOutlineView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->rows, i);

      if (gtk_widget_is_focus (gtk_widget_get_parent (gtk_list_item_get_child (item))))
        return gtk_list_item_get_position (item);
    }
  return DEM_NO_NODE;
}

guint
dem_outline_view_get_entered (DemOutlineView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *keyboard = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (keyboard == NULL || gtk_widget_get_native (keyboard) != gtk_widget_get_native (GTK_WIDGET (self)))
    return DEM_NO_NODE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->rows, i);
      GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (item));

      if (keyboard == row || gtk_widget_is_ancestor (keyboard, row))
        return gtk_list_item_get_position (item);
    }
  return DEM_NO_NODE;
}

guint
dem_outline_view_scroll_to (DemOutlineView *self, guint32 node)
{
  guint position;

  dem_outline_list_reveal (self->list, node);
  refresh_rows (self);
  position = dem_outline_list_find (self->list, node);
  if (position != DEM_NO_NODE)
    gtk_widget_activate_action (self->list_view, "list.scroll-to-item", "u", position);
  return position;
}

void
dem_outline_view_move_to (DemOutlineView *self, guint32 node)
{
  guint position = dem_outline_view_scroll_to (self, node);
  GtkWidget *widget = position != DEM_NO_NODE ? dem_outline_view_find_item (self, position) : NULL;

  if (widget != NULL)
    gtk_widget_grab_focus (widget);
}

static void
on_follow (DemOutlineView *self, DemArgumentRow *row)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);
  guint32 node = dem_outline_list_get_node (self->list, dem_argument_row_get_position (row));

  dem_outline_view_move_to (self, dem_outline_find_claim (outline, dem_outline_get_node (outline, node)->claim));
}

static void
on_setup (DemOutlineView *self, GtkListItem *item)
{
  GtkWidget *row = dem_argument_row_new ();

  gtk_list_item_set_child (item, row);
  g_signal_connect_object (row, "fold", G_CALLBACK (on_fold), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "follow", G_CALLBACK (on_follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "judged", G_CALLBACK (on_judged), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "explain", G_CALLBACK (on_explain), self, G_CONNECT_SWAPPED);
}

static void
on_bind (DemOutlineView *self, GtkListItem *item)
{
  g_ptr_array_add (self->rows, item);
  show_row (self, item);
}

static void
on_unbind (DemOutlineView *self, GtkListItem *item)
{
  g_ptr_array_remove_fast (self->rows, item);
}

static void
on_activate (DemOutlineView *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

/* Sees every event before the list does: keys that move through it do not select, all else may. */
static gboolean
on_event (DemOutlineView *self, GdkEvent *event)
{
  dem_claims_selection_set_held (self->selection, dem_event_moves_in_list (event));
  return GDK_EVENT_PROPAGATE;
}

/* ---- The focus ---- */

/* Lets what a scenario assumes be seen. */
static void
reveal_assumptions (DemOutlineView *self)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);
  guint32 index = outline != NULL ? dem_outline_get_scenario (outline) : DEM_NO_INDEX;
  const DemScenario *scenario;

  if (index == DEM_NO_INDEX)
    return;
  scenario = dem_dossier_scenario (dem_outline_get_dossier (outline), index);
  for (guint i = 0; i < scenario->n_assume; i++)
    {
      guint32 node = dem_outline_find_claim (outline, scenario->assume[i].claim);

      if (node != DEM_NO_NODE)
        dem_outline_list_reveal (self->list, node);
    }
}

static void
show_outline (DemOutlineView *self)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  guint32 viewpoint = dossier != NULL ? dem_focus_get_viewpoint (self->focus) : DEM_NO_INDEX;
  g_autoptr (DemOutline) whole = NULL;
  g_autoptr (DemOutline) some = NULL;

  if (dossier != NULL)
    whole = dem_outline_new (dossier, dem_focus_get_scenario (self->focus));
  if (viewpoint != DEM_NO_INDEX && self->only_viewpoint)
    some = dem_outline_new_of (whole, viewpoint);
  dem_outline_list_set_outline (self->list, some != NULL ? some : whole);
  reveal_assumptions (self);
}

/* What somebody holds is to be seen, wherever it stands. */
static void
show_viewpoint (DemOutlineView *self)
{
  guint32 viewpoint = dem_focus_get_viewpoint (self->focus);

  show_outline (self);
  if (viewpoint != DEM_NO_INDEX)
    dem_outline_list_reveal_claims_of (self->list, viewpoint);
}

/* The node to scroll to for what is selected, or DEM_NO_NODE. */
static guint32
find_selected_node (DemOutlineView *self)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);
  guint n = 0;
  const DemRef *selection = dem_focus_get_selection (self->focus, &n);

  if (n == 0 || outline == NULL)
    return DEM_NO_NODE;
  if (selection[n - 1].kind == DEM_KIND_CLAIM)
    return dem_outline_find_claim (outline, selection[n - 1].index);
  if (selection[n - 1].kind == DEM_KIND_INFERENCE)
    return dem_outline_find_inference (outline, selection[n - 1].index);
  return DEM_NO_NODE;
}

static void
show_selection (DemOutlineView *self)
{
  guint32 node = find_selected_node (self);

  if (node != DEM_NO_NODE && !dem_claims_selection_is_selecting (self->selection))
    dem_outline_view_scroll_to (self, node);
  dem_claims_selection_refresh (self->selection);
}

static void
on_focus_changed (DemOutlineView *self, DemFocusChange what)
{
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SCENARIO))
    show_outline (self);
  else if (what & DEM_FOCUS_VIEWPOINT)
    show_viewpoint (self);
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION))
    show_selection (self);
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION | DEM_FOCUS_SCENARIO | DEM_FOCUS_VIEWPOINT))
    refresh_rows (self);
}

/* The range of the thesis has become known: only its own row shows it. */
static void
show_band (DemOutlineView *self)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);
  DemArgumentRowInput input = get_input (self);

  for (guint i = 0; i < self->rows->len && input.evaluation != NULL; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->rows, i);
      guint position = gtk_list_item_get_position (item);

      if (position < g_list_model_get_n_items (G_LIST_MODEL (self->list))
          && dem_outline_get_node (outline, dem_outline_list_get_node (self->list, position))->sign
                 == DEM_SIGN_THESIS)
        dem_argument_row_update (DEM_ARGUMENT_ROW (gtk_list_item_get_child (item)), &input);
    }
}

/* ---- The object ---- */

static void
dem_outline_view_dispose (GObject *object)
{
  DemOutlineView *self = DEM_OUTLINE_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_handle_id (&self->late, g_source_remove);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->focus);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (dem_outline_view_parent_class)->dispose (object);
}

static void
dem_outline_view_finalize (GObject *object)
{
  g_ptr_array_unref (DEM_OUTLINE_VIEW (object)->rows);

  G_OBJECT_CLASS (dem_outline_view_parent_class)->finalize (object);
}

/* To the row where the keyboard was last, and not to the first of its links. */
static gboolean
dem_outline_view_grab_focus (GtkWidget *widget)
{
  DemOutlineView *self = DEM_OUTLINE_VIEW (widget);
  GtkWidget *row;
  guint position;

  if (!gtk_widget_child_focus (self->list_view, GTK_DIR_TAB_FORWARD))
    return FALSE;
  position = dem_outline_view_get_entered (self);
  row = position != DEM_NO_NODE ? dem_outline_view_find_item (self, position) : NULL;
  return row == NULL || gtk_widget_grab_focus (row);
}

static void
dem_outline_view_class_init (DemOutlineViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_outline_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_outline_view_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = dem_outline_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_EXPLAIN] = g_signal_new ("explain", DEM_TYPE_OUTLINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_UINT, GTK_TYPE_MENU_BUTTON);
}

static void
add_controllers (DemOutlineView *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list_view, events);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (dem_outline_view_press), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list_view, keys);
  dem_item_menu_attach (self->list_view, dem_outline_view_create_menu);
}

static GtkListItemFactory *
create_factory (DemOutlineView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  return factory;
}

static DemRowRef
get_row_refs (GListModel *model, guint position)
{
  DemOutlineList *list = DEM_OUTLINE_LIST (model);
  const DemOutlineNode *node
      = dem_outline_get_node (dem_outline_list_get_outline (list), dem_outline_list_get_node (list, position));

  return (DemRowRef){ node->claim, node->inference };
}

static void
dem_outline_view_init (DemOutlineView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_ptr_array_new ();
  self->list = dem_outline_list_new ();
  self->selection = dem_claims_selection_new (G_LIST_MODEL (self->list), get_row_refs);
  self->list_view
      = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), create_factory (self));
  gtk_widget_add_css_class (self->list_view, "dem-outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Argument"), -1);
  g_signal_connect_object (self->list_view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  add_controllers (self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list_view);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

void
dem_outline_view_set_focus (DemOutlineView *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_OUTLINE_VIEW (self));

  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_set_object (&self->focus, focus);
  if (focus != NULL)
    g_signal_connect_object (focus, "changed", G_CALLBACK (on_focus_changed), self, G_CONNECT_SWAPPED);
  dem_claims_selection_set_focus (self->selection, focus);
  show_outline (self);
  refresh_rows (self);
}

void
dem_outline_view_set_evaluator (DemOutlineView *self, DemEvaluator *evaluator)
{
  g_return_if_fail (DEM_IS_OUTLINE_VIEW (self));

  if (self->evaluator != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluator, self);
  g_set_object (&self->evaluator, evaluator);
  if (evaluator != NULL)
    {
      g_signal_connect_object (evaluator, "changed", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (evaluator, "cruxes-changed", G_CALLBACK (show_band), self, G_CONNECT_SWAPPED);
    }
  refresh_rows (self);
}

void
dem_outline_view_set_notebook (DemOutlineView *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_OUTLINE_VIEW (self));

  if (self->notebook == notebook)
    return;
  if (self->notebook != NULL)
    g_signal_handlers_disconnect_by_data (self->notebook, self);
  g_set_object (&self->notebook, notebook);
  if (notebook != NULL)
    g_signal_connect_object (notebook, "changed", G_CALLBACK (on_notebook_changed), self, G_CONNECT_SWAPPED);
  refresh_rows (self);
}

gboolean
dem_outline_view_is_empty (DemOutlineView *self)
{
  g_return_val_if_fail (DEM_IS_OUTLINE_VIEW (self), TRUE);

  return g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;
}

gboolean
dem_outline_view_set_news (DemOutlineView *self, const char *news)
{
  guint position;
  GtkWidget *item;

  g_return_val_if_fail (DEM_IS_OUTLINE_VIEW (self), FALSE);

  position = dem_outline_view_get_focused (self);
  item = position != DEM_NO_NODE ? dem_outline_view_find_item (self, position) : NULL;
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    news != NULL ? news : "", -1);
  return item != NULL;
}

void
dem_outline_view_set_only_viewpoint (DemOutlineView *self, gboolean only)
{
  g_return_if_fail (DEM_IS_OUTLINE_VIEW (self));

  if (self->only_viewpoint == only)
    return;
  self->only_viewpoint = only;
  if (self->focus == NULL || dem_focus_get_dossier (self->focus) == NULL)
    return;
  show_viewpoint (self);
  show_selection (self);
  refresh_rows (self);
}

guint
dem_outline_view_count_left_out (DemOutlineView *self)
{
  DemOutline *outline;
  guint n = 0;

  g_return_val_if_fail (DEM_IS_OUTLINE_VIEW (self), 0);

  outline = dem_outline_list_get_outline (self->list);
  for (guint32 i = 0; outline != NULL && i < dem_dossier_count (dem_outline_get_dossier (outline), DEM_KIND_CLAIM); i++)
    n += dem_outline_find_claim (outline, i) == DEM_NO_NODE
         && dem_dossier_exists_in (dem_outline_get_dossier (outline), DEM_REF (CLAIM, i),
                                   dem_outline_get_scenario (outline));
  return n;
}
