/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/claims_table.h"

#include <glib/gi18n-lib.h>

#include "app/argument/claim_table.h"
#include "app/focus/relevance.h"
#include "ui/argument/claims_columns.h"
#include "ui/argument/claims_filter.h"
#include "ui/argument/claim_handle.h"
#include "ui/argument/claims_selection.h"
#include "ui/argument/claims_stack.h"
#include "ui/common/item_menu.h"
#include "ui/common/moving_keys.h"
#include "ui/common/note_menu.h"
#include "ui/common/widget_style.h"

struct _DemClaimsTable
{
  GtkWidget parent_instance;

  GtkWidget *box;
  DemClaimsFilter *bar;
  GtkLabel *count;
  GtkStack *stack;
  GtkColumnView *view;
  GtkColumnViewColumn *columns[DEM_N_COLUMNS]; /* borrowed from the view */
  GtkSorter *sorters[DEM_N_COLUMNS];           /* borrowed from the columns */

  GListStore *handles;
  GtkFilter *filter;
  GtkSortListModel *sorted; /* borrowed from the selection */
  DemClaimsSelection *selection;
  GPtrArray *cells; /* GtkListItem: those that show something now, borrowed */

  DemClaimTable *rows; /* nullable, as are the next three */
  DemFocus *focus;
  DemEvaluator *evaluator;
  DemNotebook *notebook;
  gboolean is_stale; /* to be filled when it is next on screen: nobody pays for a table behind the map */
};

G_DEFINE_FINAL_TYPE (DemClaimsTable, dem_claims_table, GTK_TYPE_WIDGET)

#define COLUMN_KEY "dem-column"

/* So many claims are sorted within a frame. */
#define AT_ONCE 2000

/* ---- Cells ---- */

static DemColumn
get_column (gpointer object)
{
  return (DemColumn) GPOINTER_TO_UINT (g_object_get_data (object, COLUMN_KEY));
}

/* The first column speaks for the row and dims it. */
static void
show_row (DemClaimsTable *self, GtkWidget *cell, guint32 claim)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));
  DemNoteMark mark = dem_claims_cell_set_notes (cell, self->notebook, self->rows, claim);
  g_autofree char *spoken = dem_note_mark_append_words (mark, dem_claims_dup_spoken (self->rows, claim));
  gboolean relevant
      = self->focus == NULL || dem_relevance_contains (dem_focus_get_relevance (self->focus), DEM_REF (CLAIM, claim));

  if (row == NULL)
    return;
  dem_widget_set_css_class (row, "dem-dimmed", !relevant);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_cell (DemClaimsTable *self, GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  DemColumn column = get_column (cell);
  guint32 claim = dem_claim_handle_get_claim (gtk_list_item_get_item (item));

  if (self->rows == NULL || claim >= dem_dossier_count (dem_claim_table_get_dossier (self->rows), DEM_KIND_CLAIM))
    return;
  dem_claims_cell_set (cell, column, self->rows, claim,
                       self->focus != NULL ? dem_focus_get_viewpoint (self->focus) : DEM_NO_INDEX);
  if (column == DEM_COLUMN_CLAIM)
    show_row (self, cell, claim);
}

static void
refresh_cells (DemClaimsTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    show_cell (self, g_ptr_array_index (self->cells, i));
}

static void
on_setup (DemClaimsTable *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  DemColumn column = get_column (factory);
  GtkWidget *cell = dem_claims_cell_new (column);

  g_object_set_data (G_OBJECT (cell), COLUMN_KEY, GUINT_TO_POINTER (column));
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (DemClaimsTable *self, GtkListItem *item)
{
  g_ptr_array_add (self->cells, item);
  show_cell (self, item);
}

static void
on_unbind (DemClaimsTable *self, GtkListItem *item)
{
  g_ptr_array_remove_fast (self->cells, item);
}

/* ---- Order and filter ---- */

typedef struct
{
  DemClaimsTable *table;
  DemColumn column;
} Order;

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;

  return dem_claim_table_compare (order->table->rows, order->column,
                                  dem_claim_handle_get_claim (DEM_CLAIM_HANDLE ((gpointer) a)),
                                  dem_claim_handle_get_claim (DEM_CLAIM_HANDLE ((gpointer) b)));
}

static gboolean
matches (gpointer item, gpointer data)
{
  DemClaimsTable *self = data;

  return self->rows != NULL
         && dem_claim_table_matches (self->rows, dem_claims_filter_get (self->bar), dem_claim_handle_get_claim (item));
}

static void
show_count (DemClaimsTable *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->handles));
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *text
      = shown == all ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u claim", "%u claims", all), all)
                     /* Translators: how many claims pass the filter, and how many there are. */
                     : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u claim", "%u of %u claims", all), shown, all);

  gtk_label_set_text (self->count, text);
  dem_claims_stack_show (self->stack, all, shown);
}

static void
on_filter_changed (DemClaimsTable *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_clear_filter (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_claims_filter_clear (DEM_CLAIMS_TABLE (widget)->bar);
}

/* ---- Copying ---- */

char *
dem_claims_table_dup_text (DemClaimsTable *self, gboolean only_selected)
{
  DemColumn columns[DEM_N_COLUMNS + 1];
  guint n = 0;

  g_return_val_if_fail (DEM_IS_CLAIMS_TABLE (self), NULL);

  for (guint i = 0; i < DEM_N_COLUMNS; i++)
    if (gtk_column_view_column_get_visible (self->columns[dem_claims_columns[i]]))
      columns[n++] = dem_claims_columns[i];
  columns[n] = DEM_N_COLUMNS;
  return dem_claims_dup_rows (self->rows, columns, self->selection, only_selected);
}

/* A clipboard that has something keeps it when there is nothing to copy. */
static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = dem_claims_table_dup_text (DEM_CLAIMS_TABLE (widget), g_str_equal (name, "table.copy"));

  if (*text != '\0')
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* ---- Keys and mouse ---- */

/* Sees every event before the list does: keys that move through it do not select, unless with Shift. */
static gboolean
on_event (DemClaimsTable *self, GdkEvent *event)
{
  dem_claims_selection_set_held (self->selection, dem_event_moves_in_list (event)
                                                      && !(gdk_event_get_modifier_state (event) & GDK_SHIFT_MASK));
  return GDK_EVENT_PROPAGATE;
}

static void
on_activate (DemClaimsTable *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

/* The claim whose row is at a point of the view, or DEM_NO_INDEX. */
static guint32
find_claim_at (DemClaimsTable *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  for (guint i = 0; i < self->cells->len && picked != NULL; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->cells, i);
      GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (gtk_list_item_get_child (item)));

      if (row != NULL && (picked == row || gtk_widget_is_ancestor (picked, row)))
        return dem_claim_handle_get_claim (gtk_list_item_get_item (item));
    }
  return DEM_NO_INDEX;
}

/* What can be done with notes on the row at a point, and with the table. */
static GMenu *
create_menu (GtkWidget *view, double x, double y)
{
  DemClaimsTable *self = DEM_CLAIMS_TABLE (gtk_widget_get_ancestor (view, DEM_TYPE_CLAIMS_TABLE));
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) table = dem_claims_menu_new ();
  guint32 claim = find_claim_at (self, x, y);

  if (claim != DEM_NO_INDEX && self->notebook != NULL && self->focus != NULL)
    dem_note_menu_append_ref (menu, dem_note_marks_get (self->notebook), self->focus, DEM_REF (CLAIM, claim), NULL);
  g_menu_append_section (menu, NULL, table);
  return menu;
}

/* ---- The focus ---- */

static void
take_strengths (DemClaimsTable *self)
{
  DemEvaluation *evaluation = self->evaluator != NULL ? dem_evaluator_get_evaluation (self->evaluator) : NULL;
  DemDossier *dossier = dem_claim_table_get_dossier (self->rows);
  g_autoptr (DemEvaluation) now = NULL;
  g_autoptr (DemEvaluation) before = NULL;

  if (evaluation != NULL && dem_evaluation_get_dossier (evaluation) == dossier)
    {
      dem_claim_table_set_evaluation (self->rows, evaluation, dem_evaluator_get_before (self->evaluator));
      return;
    }
  before = dem_evaluation_new (dossier, NULL);
  now = dem_evaluation_new (dossier, &(DemWhatIf){ .scenario = dem_focus_get_scenario (self->focus) });
  dem_claim_table_set_evaluation (self->rows, now, before);
}

/* Strengths may be others, and what exists. */
static void
show_strengths (DemClaimsTable *self)
{
  self->is_stale |= !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->rows == NULL || self->is_stale)
    return;
  take_strengths (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorters[DEM_COLUMN_STRENGTH], GTK_SORTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorters[DEM_COLUMN_CHANGE], GTK_SORTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorters[DEM_COLUMN_SIDE], GTK_SORTER_CHANGE_DIFFERENT);
  refresh_cells (self);
}

static DemDossier *
get_dossier (DemClaimsTable *self)
{
  return self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
}

static void
show_dossier (DemClaimsTable *self)
{
  DemDossier *dossier = get_dossier (self);
  g_autoptr (GPtrArray) handles = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = dossier != NULL ? dem_dossier_count (dossier, DEM_KIND_CLAIM) : 0;

  g_list_store_remove_all (self->handles);
  g_clear_pointer (&self->rows, dem_claim_table_free);
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  dem_claims_filter_set_dossier (self->bar, dossier);
  if (dossier != NULL)
    {
      self->rows = dem_claim_table_new (dossier);
      take_strengths (self);
    }
  for (guint32 i = 0; i < n; i++)
    g_ptr_array_add (handles, dem_claim_handle_new (i));
  /* So many are put in order bit by bit between frames. */
  gtk_sort_list_model_set_incremental (self->sorted, n > AT_ONCE);
  g_list_store_splice (self->handles, 0, 0, handles->pdata, n);
  show_count (self);
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;
  return NULL;
}

/* Scrolls to what was selected elsewhere. */
static void
scroll_to_selected (DemClaimsTable *self)
{
  GtkWidget *list = find_list (GTK_WIDGET (self->view));
  guint n = 0;
  const DemRef *selected = dem_focus_get_selection (self->focus, &n);

  if (n == 0 || selected[n - 1].kind != DEM_KIND_CLAIM || list == NULL)
    return;
  for (guint i = 0; i < dem_claims_table_count (self); i++)
    if (dem_claims_selection_get_claim (self->selection, i) == selected[n - 1].index)
      gtk_widget_activate_action (list, "list.scroll-to-item", "u", i);
}

static void
show_selection (DemClaimsTable *self)
{
  self->is_stale |= !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  dem_claims_selection_refresh (self->selection);
  if (!dem_claims_selection_is_selecting (self->selection))
    scroll_to_selected (self);
  refresh_cells (self);
}

static void
on_focus_changed (DemClaimsTable *self, DemFocusChange what)
{
  if (what & DEM_FOCUS_DOSSIER)
    show_dossier (self);
  else if ((what & DEM_FOCUS_SCENARIO) && self->evaluator == NULL)
    show_strengths (self);
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION))
    show_selection (self);
  else if (what & DEM_FOCUS_VIEWPOINT)
    refresh_cells (self);
}

static void
dem_claims_table_map (GtkWidget *widget)
{
  DemClaimsTable *self = DEM_CLAIMS_TABLE (widget);
  gboolean was_stale = self->is_stale;

  GTK_WIDGET_CLASS (dem_claims_table_parent_class)->map (widget);
  if (!was_stale)
    return;
  self->is_stale = FALSE;
  if (self->rows == NULL || dem_claim_table_get_dossier (self->rows) != get_dossier (self))
    show_dossier (self);
  else
    show_strengths (self);
  show_selection (self);
}

/* ---- The object ---- */

static void
dem_claims_table_dispose (GObject *object)
{
  DemClaimsTable *self = DEM_CLAIMS_TABLE (object);

  /* What goes now has nothing more to tell. */
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->handles);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_clear_object (&self->focus);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (dem_claims_table_parent_class)->dispose (object);
}

static void
dem_claims_table_finalize (GObject *object)
{
  DemClaimsTable *self = DEM_CLAIMS_TABLE (object);

  g_clear_pointer (&self->rows, dem_claim_table_free);
  g_ptr_array_unref (self->cells);

  G_OBJECT_CLASS (dem_claims_table_parent_class)->finalize (object);
}

static void
dem_claims_table_class_init (DemClaimsTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_claims_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_claims_table_finalize;
  widget_class->map = dem_claims_table_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "claimstable");
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "table.copy-all", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "table.clear-filter", NULL, on_clear_filter);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
}

static GtkListItemFactory *
create_factory (DemClaimsTable *self, DemColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  return factory;
}

static void
add_column (DemClaimsTable *self, DemColumn column, GSimpleActionGroup *visible)
{
  GtkColumnViewColumn *item
      = gtk_column_view_column_new (dem_column_get_title (column), create_factory (self, column));
  g_autofree char *name = g_strdup_printf ("%u", column);
  g_autoptr (GPropertyAction) action = g_property_action_new (name, item, "visible");
  Order *order = g_new (Order, 1);
  g_autoptr (GtkSorter) sorter = NULL;

  *order = (Order){ self, column };
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare, order, g_free));
  gtk_column_view_column_set_sorter (item, sorter);
  gtk_column_view_column_set_resizable (item, TRUE);
  gtk_column_view_column_set_expand (item, column == DEM_COLUMN_CLAIM);
  gtk_column_view_append_column (self->view, item);
  g_action_map_add_action (G_ACTION_MAP (visible), G_ACTION (action));
  self->columns[column] = item;
  self->sorters[column] = sorter;
  g_object_unref (item);
}

static void
add_columns (DemClaimsTable *self)
{
  g_autoptr (GSimpleActionGroup) visible = g_simple_action_group_new ();

  for (guint i = 0; i < DEM_N_COLUMNS; i++)
    add_column (self, dem_claims_columns[i], visible);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (visible));
}

static DemRowRef
get_row_refs (GListModel *model, guint position)
{
  g_autoptr (DemClaimHandle) handle = g_list_model_get_item (model, position);

  return (DemRowRef){ dem_claim_handle_get_claim (handle), DEM_NO_INDEX };
}

static void
add_models (DemClaimsTable *self)
{
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->handles = g_list_store_new (DEM_TYPE_CLAIM_HANDLE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->handles)), g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->sorted = sorted;
  self->selection = dem_claims_selection_new (G_LIST_MODEL (sorted), get_row_refs);
  g_object_unref (sorted);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
add_controllers (DemClaimsTable *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), events);
}

static void
add_bar (DemClaimsTable *self, GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, _ ("Copy, Choose Columns"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copy, Choose Columns"), -1);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  self->bar = DEM_CLAIMS_FILTER (dem_claims_filter_new ());
  dem_claims_filter_append (self->bar, GTK_WIDGET (self->count));
  dem_claims_filter_append (self->bar, button);
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->bar));
}

static void
add_stack (DemClaimsTable *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Claims"), -1);
  self->stack = dem_claims_stack_new (GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
}

static void
dem_claims_table_init (DemClaimsTable *self)
{
  g_autoptr (GMenuModel) menu = dem_claims_menu_new ();

  self->cells = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_bar (self, menu);
  add_stack (self);
  add_columns (self);
  add_models (self);
  add_controllers (self);
  dem_item_menu_attach (GTK_WIDGET (self->view), create_menu);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  show_dossier (self);
}

GtkWidget *
dem_claims_table_new (void)
{
  return g_object_new (DEM_TYPE_CLAIMS_TABLE, NULL);
}

void
dem_claims_table_set_focus (DemClaimsTable *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_CLAIMS_TABLE (self));

  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_set_object (&self->focus, focus);
  if (focus != NULL)
    g_signal_connect_object (focus, "changed", G_CALLBACK (on_focus_changed), self, G_CONNECT_SWAPPED);
  dem_claims_selection_set_focus (self->selection, focus);
  show_dossier (self);
  show_selection (self);
}

void
dem_claims_table_set_evaluator (DemClaimsTable *self, DemEvaluator *evaluator)
{
  g_return_if_fail (DEM_IS_CLAIMS_TABLE (self));

  if (self->evaluator != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluator, self);
  g_set_object (&self->evaluator, evaluator);
  if (evaluator != NULL)
    g_signal_connect_object (evaluator, "changed", G_CALLBACK (show_strengths), self, G_CONNECT_SWAPPED);
  show_strengths (self);
}

void
dem_claims_table_set_notebook (DemClaimsTable *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_CLAIMS_TABLE (self));
  g_return_if_fail (notebook == NULL || DEM_IS_NOTEBOOK (notebook));

  if (self->notebook != NULL)
    g_signal_handlers_disconnect_by_func (dem_note_marks_get (self->notebook), refresh_cells, self);
  g_set_object (&self->notebook, notebook);
  if (notebook != NULL)
    g_signal_connect_object (dem_note_marks_get (notebook), "changed", G_CALLBACK (refresh_cells), self, G_CONNECT_SWAPPED);
  refresh_cells (self);
}

guint
dem_claims_table_count (DemClaimsTable *self)
{
  g_return_val_if_fail (DEM_IS_CLAIMS_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}
