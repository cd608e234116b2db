/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/console_window.h"

#include <glib/gi18n-lib.h>

#include "ui/briefing/open_questions.h"
#include "ui/briefing/stop_list.h"
#include "ui/briefing/talk_times.h"
#include "ui/common/widget_style.h"
#include "ui/notes/markdown.h"

#define NOTES_SIZE 16 /* points */
#define NOTES_LEAST 12
#define NOTES_MOST 32
#define NOTES_STEP 2
#define NOTES_LENGTH 20000
#define NEXT_DELAY 1000 /* milliseconds after which the next stop is drawn: the one that comes first has the time */

struct _DemConsoleWindow
{
  AdwApplicationWindow parent_instance;

  /* of the template */
  AdwWindowTitle *title;
  GtkAspectFrame *aspect;
  GtkAspectFrame *next_aspect;
  GtkLabel *state;
  GtkLabel *hint;
  GtkWidget *next_button;
  GtkWidget *reveal_button;
  GtkWidget *try_box;
  GtkWidget *question_button;
  GtkLabel *next_label;
  AdwBin *stops_slot;
  AdwBin *times_slot;
  AdwBin *questions_slot;
  GtkLabel *notes_title;
  GtkLabel *notes;
  GtkLabel *then_label;

  DemTalk *talk;
  DemSlideFrame *frame;
  DemSlideView *next;
  DemFocus *next_focus;
  guint next_soon; /* source */
  int notes_size;
};

G_DEFINE_FINAL_TYPE (DemConsoleWindow, dem_console_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- What is shown ---- */

static void
show_notes (DemConsoleWindow *self)
{
  DemTalkStop *stop = dem_talk_get_stop (self->talk);
  const char *notes = stop != NULL ? dem_talk_stop_get_text (stop, DEM_STOP_NOTES) : NULL;
  g_autofree char *missing = stop != NULL ? dem_talk_stop_dup_missing (stop) : NULL;
  g_autofree char *markup = dem_markdown_to_markup (notes != NULL ? notes : "", NOTES_LENGTH);
  g_autofree char *escaped = missing != NULL ? g_markup_escape_text (missing, -1) : NULL;
  g_autofree char *all = escaped != NULL ? g_strdup_printf ("%s\n\n<i>%s</i>", markup, escaped) : g_strdup (markup);
  g_autofree char *sized = g_strdup_printf ("<span size=\"%dpt\">%s</span>", self->notes_size, all);
  g_autofree char *title = stop != NULL ? g_strdup_printf (_ ("Notes for stop %u, %s"), dem_talk_get_position (self->talk) + 1,
                                                           dem_talk_stop_get_name (stop))
                                        : g_strdup ("");

  gtk_label_set_text (self->notes_title, title);
  gtk_label_set_markup (self->notes, sized);
}

static const char *
name_stage (DemStageKind stage)
{
  switch (stage)
    {
    case DEM_STAGE_NETWORK:
      return _ ("the network opens");
    case DEM_STAGE_ARGUMENT:
      return _ ("the argument opens");
    case DEM_STAGE_MAP:
    default:
      return _ ("the map opens");
    }
}

/* What the next stop changes, in a few words. (transfer full) */
static char *
describe_next (DemTalkStop *stop, DemTalkStop *next)
{
  const DemStopView *a = dem_talk_stop_get_view (stop), *b = dem_talk_stop_get_view (next);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *period = NULL;

  if (a->stage != b->stage)
    g_ptr_array_add (words, g_strdup (name_stage (b->stage)));
  if (a->period.first != b->period.first || a->period.last != b->period.last)
    {
      period = dem_period_format (b->period);
      g_ptr_array_add (words, g_strdup_printf (_ ("the period becomes %s"), period));
    }
  if (a->scenario != b->scenario)
    g_ptr_array_add (words, g_strdup (b->scenario != DEM_NO_INDEX
                                          ? dem_dossier_scenario (dem_talk_stop_get_dossier (next), b->scenario)->title
                                          : _ ("no scenario any more")));
  if (a->perspective != b->perspective)
    g_ptr_array_add (words, g_strdup (b->perspective != DEM_NO_INDEX ? _ ("countries are shaded")
                                                                     : _ ("countries are shaded no longer")));
  if (words->len == 0)
    g_ptr_array_add (words, g_strdup (_ ("the view stays, something else is chosen")));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

static gboolean
on_next_soon (gpointer data)
{
  DemConsoleWindow *self = data;
  DemTalkStop *next = dem_talk_get_next (self->talk);

  self->next_soon = 0;
  if (next != NULL)
    {
      dem_focus_open (self->next_focus, dem_talk_stop_get_dossier (next));
      dem_talk_stop_apply (next, self->next_focus);
    }
  dem_slide_view_show (self->next, next, NULL, NULL, FALSE);
  return G_SOURCE_REMOVE;
}

static void
show_next (DemConsoleWindow *self)
{
  DemTalkStop *stop = dem_talk_get_stop (self->talk), *next = dem_talk_get_next (self->talk);
  g_autofree char *what = stop != NULL && next != NULL ? describe_next (stop, next) : NULL;
  g_autofree char *then = what != NULL ? g_strdup_printf (_ ("Then: %s"), what) : g_strdup (_ ("This is the last stop"));
  g_autofree char *label = next != NULL ? g_strdup_printf (_ ("Next: %s"), dem_talk_stop_get_name (next))
                                        : g_strdup (_ ("No stop follows"));

  gtk_label_set_text (self->then_label, then);
  gtk_label_set_text (self->next_label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->next), next != NULL);
  g_clear_handle_id (&self->next_soon, g_source_remove);
  self->next_soon = g_timeout_add (NEXT_DELAY, on_next_soon, self);
}

/* What the audience has before it when it is not what is here; NULL when it is. */
static const char *
get_state (DemConsoleWindow *self)
{
  switch (dem_talk_get_screen (self->talk))
    {
    case DEM_SCREEN_BLACK:
      return _ ("The audience sees black");
    case DEM_SCREEN_WHITE:
      return _ ("The audience sees white");
    case DEM_SCREEN_FROZEN:
      return dem_talk_is_trying (self->talk) ? _ ("Private: the audience’s screen stands still")
                                             : _ ("The audience’s screen stands still");
    case DEM_SCREEN_LIVE:
    default:
      return NULL;
    }
}

static void
show_state (DemConsoleWindow *self)
{
  const char *state = get_state (self);
  gboolean trying = dem_talk_is_trying (self->talk);

  gtk_label_set_text (self->state, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != NULL);
  dem_widget_set_css_class (GTK_WIDGET (self->frame), "held", state != NULL && !trying);
  dem_widget_set_css_class (GTK_WIDGET (self->frame), "trying", trying);
  gtk_widget_set_visible (self->next_button, !trying);
  gtk_widget_set_visible (self->reveal_button, trying);
  gtk_widget_set_visible (self->try_box, trying);
}

/* ---- Actions: pressed buttons follow the talk ---- */

static void
press (DemConsoleWindow *self, DemTalkKey key)
{
  dem_talk_press (self->talk, key, g_get_monotonic_time ());
  dem_talk_release (self->talk, key);
}

static const struct
{
  const char *name;
  DemTalkKey key;
  gboolean is_toggle;
} actions[] = {
  { "next", DEM_TALK_KEY_NEXT, FALSE },         { "previous", DEM_TALK_KEY_PREVIOUS, FALSE },
  { "reveal", DEM_TALK_KEY_REVEAL, FALSE },     { "question", DEM_TALK_KEY_QUESTION, FALSE },
  { "overview", DEM_TALK_KEY_OVERVIEW, FALSE }, { "black", DEM_TALK_KEY_BLACK, TRUE },
  { "white", DEM_TALK_KEY_WHITE, TRUE },        { "freeze", DEM_TALK_KEY_FREEZE, TRUE },
  { "laser", DEM_TALK_KEY_LASER, TRUE },        { "spotlight", DEM_TALK_KEY_SPOTLIGHT, TRUE },
  { "pen", DEM_TALK_KEY_PEN, TRUE },            { "eraser", DEM_TALK_KEY_ERASER, TRUE },
  { "explore", DEM_TALK_KEY_EXPLORE, TRUE },    { "what-if", DEM_TALK_KEY_WHAT_IF, TRUE },
};

static gboolean
is_on (DemTalk *talk, DemTalkKey key)
{
  if (key == DEM_TALK_KEY_EXPLORE)
    return dem_talk_is_exploring (talk);
  if (key == DEM_TALK_KEY_WHAT_IF)
    return dem_talk_is_trying (talk);
  if (key == DEM_TALK_KEY_FREEZE)
    return dem_talk_get_screen (talk) == DEM_SCREEN_FROZEN;
  if (key == DEM_TALK_KEY_BLACK || key == DEM_TALK_KEY_WHITE)
    return dem_talk_get_screen (talk) == (key == DEM_TALK_KEY_BLACK ? DEM_SCREEN_BLACK : DEM_SCREEN_WHITE);
  return dem_talk_get_tool (talk) == DEM_TOOL_LASER + (DemTalkTool) (key - DEM_TALK_KEY_LASER);
}

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DemConsoleWindow *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, g_action_get_name (G_ACTION (action))))
      press (self, actions[i].key);
}

static void
on_change_state (GSimpleAction *action, GVariant *value, gpointer data)
{
  on_action (action, NULL, data);
}

static void
update_actions (DemConsoleWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].is_toggle)
      g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name)),
                                 g_variant_new_boolean (is_on (self->talk, actions[i].key)));
}

static void
resize_notes (DemConsoleWindow *self, int step)
{
  self->notes_size = CLAMP (self->notes_size + step, NOTES_LEAST, NOTES_MOST);
  show_notes (self);
}

static void
on_larger (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  resize_notes (data, NOTES_STEP);
}

static void
on_smaller (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  resize_notes (data, -NOTES_STEP);
}

static void
on_end (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dem_talk_end (DEM_CONSOLE_WINDOW (data)->talk);
}

/* The window is an action map: what it has is called win.NAME in its template. */
static void
add_actions (DemConsoleWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "larger", .activate = on_larger },
    { .name = "smaller", .activate = on_smaller },
    { .name = "end", .activate = on_end },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action
          = actions[i].is_toggle ? g_simple_action_new_stateful (actions[i].name, NULL, g_variant_new_boolean (FALSE))
                                 : g_simple_action_new (actions[i].name, NULL);

      if (actions[i].is_toggle)
        g_signal_connect_object (action, "change-state", G_CALLBACK (on_change_state), self, 0);
      else
        g_signal_connect_object (action, "activate", G_CALLBACK (on_action), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
}

/* ---- Trying in private ---- */

/* What was chosen last is tried. */
static void
try_at (DemConsoleWindow *self, double strength)
{
  DemFocus *focus = dem_talk_get_focus (self->talk);
  guint n;
  const DemRef *selection = dem_focus_get_selection (focus, &n);

  for (guint i = n; i > 0; i--)
    if (selection[i - 1].kind == DEM_KIND_CLAIM)
      {
        dem_focus_try (focus, selection[i - 1].index, strength);
        return;
      }
  dem_console_window_set_hint (self, _ ("Choose a claim first: click it, or find it with /"));
}

static void
on_accept (GtkButton *button, DemConsoleWindow *self)
{
  try_at (self, DEM_STRENGTH_ACCEPTED);
}

static void
on_doubt (GtkButton *button, DemConsoleWindow *self)
{
  try_at (self, DEM_STRENGTH_DOUBTED);
}

static void
on_reject (GtkButton *button, DemConsoleWindow *self)
{
  try_at (self, DEM_STRENGTH_REJECTED);
}

/* ---- The window ---- */

static void
on_talk_changed (DemTalk *talk, guint changes, DemConsoleWindow *self)
{
  g_assert (DEM_IS_CONSOLE_WINDOW (self));

  if (changes & DEM_TALK_CHANGED_STOP)
    {
      show_notes (self);
      show_next (self);
    }
  show_state (self);
  update_actions (self);
}

static void
on_briefing_changed (DemConsoleWindow *self)
{
  show_notes (self);
  show_next (self);
}

static void
dem_console_window_dispose (GObject *object)
{
  DemConsoleWindow *self = DEM_CONSOLE_WINDOW (object);

  g_clear_handle_id (&self->next_soon, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_CONSOLE_WINDOW);
  g_clear_object (&self->next_focus);
  g_clear_object (&self->talk);
  G_OBJECT_CLASS (dem_console_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/org/demarche/Demarche/ui/briefing/console_window.ui");
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, title);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, aspect);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, next_aspect);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, state);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, hint);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, next_button);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, reveal_button);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, try_box);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, question_button);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, next_label);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, stops_slot);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, times_slot);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, questions_slot);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, notes_title);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, notes);
  gtk_widget_class_bind_template_child (klass, DemConsoleWindow, then_label);
  gtk_widget_class_bind_template_callback (klass, on_accept);
  gtk_widget_class_bind_template_callback (klass, on_doubt);
  gtk_widget_class_bind_template_callback (klass, on_reject);
}

static void
dem_console_window_class_init (DemConsoleWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_console_window_dispose;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
dem_console_window_init (DemConsoleWindow *self)
{
  self->notes_size = NOTES_SIZE;
  self->next_focus = dem_focus_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
  self->next = DEM_SLIDE_VIEW (dem_slide_view_new ());
  dem_slide_view_set_focus (self->next, self->next_focus);
  gtk_aspect_frame_set_child (self->next_aspect, GTK_WIDGET (self->next));
}

GtkWidget *
dem_console_window_new (GtkApplication *application, DemTalk *talk, DemEvaluator *evaluator)
{
  DemConsoleWindow *self = g_object_new (DEM_TYPE_CONSOLE_WINDOW, "application", application, NULL);
  DemBriefing *briefing = dem_talk_get_briefing (talk);
  g_autofree char *title = g_strdup_printf (_ ("Presenting: %s"), dem_briefing_get_title (briefing));

  self->talk = g_object_ref (talk);
  self->frame = DEM_SLIDE_FRAME (dem_slide_frame_new (talk, evaluator, FALSE));
  gtk_aspect_frame_set_child (self->aspect, GTK_WIDGET (self->frame));
  dem_slide_view_set_notebook (self->next, dem_briefing_get_notebook (briefing));
  adw_bin_set_child (self->stops_slot, dem_stop_list_new (talk, FALSE));
  adw_bin_set_child (self->times_slot, dem_talk_times_new (talk));
  adw_bin_set_child (self->questions_slot, dem_open_questions_new (talk));
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  g_signal_connect_object (talk, "changed", G_CALLBACK (on_talk_changed), self, 0);
  g_signal_connect_object (briefing, "items-changed", G_CALLBACK (on_briefing_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  on_talk_changed (talk, DEM_TALK_CHANGED_STOP, self);
  return GTK_WIDGET (self);
}

DemSlideFrame *
dem_console_window_get_frame (DemConsoleWindow *self)
{
  g_return_val_if_fail (DEM_IS_CONSOLE_WINDOW (self), NULL);

  return self->frame;
}

DemSlideView *
dem_console_window_get_next (DemConsoleWindow *self)
{
  g_return_val_if_fail (DEM_IS_CONSOLE_WINDOW (self), NULL);

  return self->next;
}

GtkWidget *
dem_console_window_get_question_button (DemConsoleWindow *self)
{
  g_return_val_if_fail (DEM_IS_CONSOLE_WINDOW (self), NULL);

  return self->question_button;
}

void
dem_console_window_set_audience (DemConsoleWindow *self, const char *words, double aspect)
{
  g_return_if_fail (DEM_IS_CONSOLE_WINDOW (self));

  adw_window_title_set_subtitle (self->title, words);
  gtk_aspect_frame_set_ratio (self->aspect, (float) CLAMP (aspect, 0.2, 5));
  gtk_aspect_frame_set_ratio (self->next_aspect, (float) CLAMP (aspect, 0.2, 5));
}

void
dem_console_window_set_shown (DemConsoleWindow *self, gboolean shown)
{
  g_return_if_fail (DEM_IS_CONSOLE_WINDOW (self));

  gtk_widget_set_visible (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self)), shown);
}

void
dem_console_window_set_hint (DemConsoleWindow *self, const char *hint)
{
  g_return_if_fail (DEM_IS_CONSOLE_WINDOW (self));

  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
}
