/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_filter_menu.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  CHOICE_KIND,
  CHOICE_TAG,
  CHOICE_COLOUR,
  CHOICE_AUTHOR,
  N_CHOICES,
} Choice;

typedef enum
{
  CHECK_PRIVATE,
  CHECK_PERIOD,
  CHECK_DOUBTFUL,
  CHECK_ORPHANS,
  N_CHECKS,
} Check;

struct _DemNoteFilterMenu
{
  GtkWidget parent_instance;

  DemNotebookList *list;
  DemNotebook *notebook; /* nullable */
  GtkWidget *choices[N_CHOICES];
  GtkWidget *checks[N_CHECKS];
  GArray *numbers[N_CHOICES];    /* int: what the entries of a list stand for… */
  GPtrArray *strings[N_CHOICES]; /* char *: …or this */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DemNoteFilterMenu, dem_note_filter_menu, GTK_TYPE_WIDGET)

/* ---- What is chosen ---- */

static guint
get_chosen (DemNoteFilterMenu *self, Choice choice)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choices[choice]));

  return position < self->numbers[choice]->len ? position : 0;
}

static gboolean
is_checked (DemNoteFilterMenu *self, Check check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[check]));
}

/* A note with a place has no need to be looked for among those without: one of these two at a time. */
static void
on_changed (DemNoteFilterMenu *self, GParamSpec *pspec, GtkWidget *widget)
{
  DemNotebookFilter filter;

  if (self->filling)
    return;
  self->filling = TRUE;
  if (widget == self->checks[CHECK_ORPHANS] && is_checked (self, CHECK_ORPHANS))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[CHECK_DOUBTFUL]), FALSE);
  if (widget == self->checks[CHECK_DOUBTFUL] && is_checked (self, CHECK_DOUBTFUL))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[CHECK_ORPHANS]), FALSE);
  self->filling = FALSE;
  filter = *dem_notebook_list_get_filter (self->list);
  filter.kind = g_array_index (self->numbers[CHOICE_KIND], int, get_chosen (self, CHOICE_KIND));
  filter.colour = g_array_index (self->numbers[CHOICE_COLOUR], int, get_chosen (self, CHOICE_COLOUR));
  filter.tag = self->strings[CHOICE_TAG]->pdata[get_chosen (self, CHOICE_TAG)];
  filter.creator = self->strings[CHOICE_AUTHOR]->pdata[get_chosen (self, CHOICE_AUTHOR)];
  filter.is_private = is_checked (self, CHECK_PRIVATE);
  filter.in_period = is_checked (self, CHECK_PERIOD);
  filter.state = is_checked (self, CHECK_ORPHANS)    ? DEM_NOTEBOOK_STATE_ORPHAN
                 : is_checked (self, CHECK_DOUBTFUL) ? DEM_NOTEBOOK_STATE_DOUBTFUL
                                                     : DEM_NOTEBOOK_STATE_ALL;
  dem_notebook_list_set_filter (self->list, &filter);
}

/* ---- What is offered ---- */

static void
add_value (DemNoteFilterMenu *self, Choice choice, GtkStringList *names, int number, const char *string, const char *word)
{
  g_array_append_val (self->numbers[choice], number);
  g_ptr_array_add (self->strings[choice], g_strdup (string));
  gtk_string_list_append (names, word);
}

/* With how many notes there are of it; nothing of which there are none. */
static void
add_counted (DemNoteFilterMenu *self, Choice choice, GtkStringList *names, int number, const char *string,
             const char *word, guint n)
{
  /* Translators: what notes can be narrowed to, and how many there are of it. */
  g_autofree char *counted = g_strdup_printf (_ ("%s (%u)"), word, n);

  if (n > 0)
    add_value (self, choice, names, number, string, counted);
}

static void
add_strings (DemNoteFilterMenu *self, Choice choice, GtkStringList *names, DemNoteIndex *index)
{
  g_autofree const char **strings
      = choice == CHOICE_TAG ? dem_note_index_list_tags (index) : dem_note_index_list_creators (index);
  guint n_named = 0;

  for (guint i = 0; strings[i] != NULL; i++)
    {
      guint n = choice == CHOICE_TAG ? dem_note_index_count_tag (index, strings[i])
                                     : dem_note_index_count_creator (index, strings[i]);

      add_counted (self, choice, names, 0, strings[i], strings[i], n);
      n_named += n;
    }
  if (choice == CHOICE_AUTHOR)
    add_counted (self, choice, names, 0, "", _ ("Nobody named"),
                 g_list_model_get_n_items (dem_note_index_get_model (index)) - n_named);
}

static void
add_numbers (DemNoteFilterMenu *self, Choice choice, GtkStringList *names, DemNoteIndex *index)
{
  if (choice == CHOICE_KIND)
    for (int i = 0; i < DEM_N_TARGET_KINDS; i++)
      add_counted (self, choice, names, i, NULL, dem_target_kind_get_word (i), dem_note_index_count_kind (index, i));
  else
    for (int i = 0; i < DEM_N_NOTE_COLOURS; i++)
      add_counted (self, choice, names, i, NULL, dem_note_colour_get_word (i), dem_note_index_count_colour (index, i));
}

/* The entry that the filter has, which may be of something that is no more: then the first. */
static guint
find_chosen (DemNoteFilterMenu *self, Choice choice, const DemNotebookFilter *filter)
{
  const char *string = choice == CHOICE_TAG ? filter->tag : filter->creator;
  int number = choice == CHOICE_KIND ? filter->kind : filter->colour;

  for (guint i = 1; i < self->numbers[choice]->len; i++)
    if (choice == CHOICE_TAG || choice == CHOICE_AUTHOR
            ? string != NULL && g_strcmp0 (self->strings[choice]->pdata[i], string) == 0
            : g_array_index (self->numbers[choice], int, i) == number)
      return i;
  return 0;
}

static void
offer (DemNoteFilterMenu *self, Choice choice)
{
  static const char *const all[N_CHOICES] = { N_ ("Anything"), N_ ("Any tag"), N_ ("Any colour"), N_ ("Anybody") };
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  DemNoteIndex *index = dem_notebook_get_note_index (self->notebook);
  GtkDropDown *list = GTK_DROP_DOWN (self->choices[choice]);

  g_array_set_size (self->numbers[choice], 0);
  g_ptr_array_set_size (self->strings[choice], 0);
  add_value (self, choice, names, DEM_NOTEBOOK_ANY, NULL, _ (all[choice]));
  if (choice == CHOICE_TAG || choice == CHOICE_AUTHOR)
    add_strings (self, choice, names, index);
  else
    add_numbers (self, choice, names, index);
  gtk_drop_down_set_model (list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (list, find_chosen (self, choice, dem_notebook_list_get_filter (self->list)));
}

static void
offer_check (DemNoteFilterMenu *self, Check check, const DemNotebookFilter *alone, gboolean active)
{
  static const char *const words[N_CHECKS]
      = { N_ ("Private only"), N_ ("In the period"), N_ ("To be confirmed"), N_ ("Lost their place") };
  guint n = dem_notebook_list_count (self->list, alone);
  g_autofree char *counted = g_strdup_printf (_ ("%s (%u)"), _ (words[check]), n);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->checks[check]), counted);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[check]), active);
  gtk_widget_set_sensitive (self->checks[check], n > 0 || active);
}

static void
offer_checks (DemNoteFilterMenu *self)
{
  const DemNotebookFilter *filter = dem_notebook_list_get_filter (self->list);
  DemNotebookFilter alone[N_CHECKS];

  for (guint i = 0; i < N_CHECKS; i++)
    alone[i] = DEM_NOTEBOOK_FILTER_ALL;
  alone[CHECK_PRIVATE].is_private = TRUE;
  alone[CHECK_PERIOD].in_period = TRUE;
  alone[CHECK_PERIOD].period = filter->period;
  alone[CHECK_DOUBTFUL].state = DEM_NOTEBOOK_STATE_DOUBTFUL;
  alone[CHECK_ORPHANS].state = DEM_NOTEBOOK_STATE_ORPHAN;
  offer_check (self, CHECK_PRIVATE, &alone[CHECK_PRIVATE], filter->is_private);
  offer_check (self, CHECK_PERIOD, &alone[CHECK_PERIOD], filter->in_period);
  offer_check (self, CHECK_DOUBTFUL, &alone[CHECK_DOUBTFUL], filter->state == DEM_NOTEBOOK_STATE_DOUBTFUL);
  offer_check (self, CHECK_ORPHANS, &alone[CHECK_ORPHANS], filter->state == DEM_NOTEBOOK_STATE_ORPHAN);
}

static void
fill (DemNoteFilterMenu *self)
{
  if (self->notebook == NULL)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < N_CHOICES; i++)
    offer (self, i);
  offer_checks (self);
  self->filling = FALSE;
}

static void
on_clear (DemNoteFilterMenu *self)
{
  DemNotebookFilter filter = DEM_NOTEBOOK_FILTER_ALL;

  filter.text = dem_notebook_list_get_filter (self->list)->text;
  filter.period = dem_notebook_list_get_filter (self->list)->period;
  dem_notebook_list_set_filter (self->list, &filter);
  fill (self);
}

void
dem_note_filter_menu_set_notebook (DemNoteFilterMenu *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_NOTE_FILTER_MENU (self));
  g_return_if_fail (notebook == NULL || DEM_IS_NOTEBOOK (notebook));

  if (g_set_object (&self->notebook, notebook) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

/* ---- The widget ---- */

static void
dem_note_filter_menu_map (GtkWidget *widget)
{
  fill (DEM_NOTE_FILTER_MENU (widget));
  GTK_WIDGET_CLASS (dem_note_filter_menu_parent_class)->map (widget);
}

static void
dem_note_filter_menu_dispose (GObject *object)
{
  DemNoteFilterMenu *self = DEM_NOTE_FILTER_MENU (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->notebook);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (dem_note_filter_menu_parent_class)->dispose (object);
}

static void
dem_note_filter_menu_finalize (GObject *object)
{
  DemNoteFilterMenu *self = DEM_NOTE_FILTER_MENU (object);

  for (guint i = 0; i < N_CHOICES; i++)
    {
      g_array_unref (self->numbers[i]);
      g_ptr_array_unref (self->strings[i]);
    }

  G_OBJECT_CLASS (dem_note_filter_menu_parent_class)->finalize (object);
}

static void
dem_note_filter_menu_class_init (DemNoteFilterMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_note_filter_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_note_filter_menu_finalize;
  widget_class->map = dem_note_filter_menu_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notefilter");
}

static void
add_choice (DemNoteFilterMenu *self, GtkGrid *grid, Choice choice)
{
  static const char *const names[N_CHOICES] = { N_ ("_About"), N_ ("_Tag"), N_ ("_Colour"), N_ ("A_uthor") };
  GtkWidget *label = gtk_label_new_with_mnemonic (_ (names[choice]));
  GtkWidget *list = gtk_drop_down_new (NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), list);
  gtk_widget_set_hexpand (list, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (grid, label, 0, (int) choice, 1, 1);
  gtk_grid_attach (grid, list, 1, (int) choice, 1, 1);
  self->choices[choice] = list;
  self->numbers[choice] = g_array_new (FALSE, FALSE, sizeof (int));
  self->strings[choice] = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

static void
dem_note_filter_menu_init (DemNoteFilterMenu *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *clear = gtk_button_new_with_mnemonic (_ ("_Show All"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < N_CHOICES; i++)
    add_choice (self, GTK_GRID (grid), i);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
  for (guint i = 0; i < N_CHECKS; i++)
    {
      self->checks[i] = gtk_check_button_new ();
      gtk_widget_set_parent (self->checks[i], GTK_WIDGET (self));
      g_signal_connect_object (self->checks[i], "notify::active", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_set_parent (clear, GTK_WIDGET (self));
  g_signal_connect_object (clear, "clicked", G_CALLBACK (on_clear), self, G_CONNECT_SWAPPED);
}

GtkWidget *
dem_note_filter_menu_new (DemNotebookList *list)
{
  DemNoteFilterMenu *self;

  g_return_val_if_fail (DEM_IS_NOTEBOOK_LIST (list), NULL);

  self = g_object_new (DEM_TYPE_NOTE_FILTER_MENU, NULL);
  self->list = g_object_ref (list);
  return GTK_WIDGET (self);
}
