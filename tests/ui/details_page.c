/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The details page: what it says of each kind of item, its links, long lists, and every item of the bundled dossiers. */

#include "tests/support/fixture.h"
#include "tests/support/refs.h"
#include "tests/support/widgets.h"
#include "ui/common/question_row.h"
#include "ui/details/details_page.h"
#include "ui/details/details_row.h"

static const char text[]
    = "{'format': 'demarche-dossier', 'version': 1, 'id': 'urn:x:y', 'title': 'The Question', 'subtitle': 'Asked by few',"
      "'summary': 'What it is about.', 'creator': 'A Maker', 'today': '2020-06-15',"
      "'sources': [{'id': 'paper', 'type': 'article', 'title': 'A Paper', 'author': [{'family': 'Writer', 'given': 'Ann'}],"
      "             'container-title': 'The Journal', 'issued': {'date-parts': [[2019, 5, 1]]},"
      "             'URL': 'https://example.org/paper',"
      "             'paragraphs': [{'summary': 'First words.'}, {'summary': 'Second words.'}]},"
      "            {'id': 'book', 'type': 'book', 'title': 'A Book', 'URL': 'javascript:alert(1)'}],"
      "'places': [{'id': 'town', 'name': 'Town', 'lat': -10.5, 'lon': 20.25, 'country': 'ZA'}],"
      "'actors': [{'id': 'a', 'name': 'Republic of Aland', 'label': 'Aland', 'kind': 'state', 'place': 'town',"
      "            'aliases': ['The North', 'A.'], 'when': '1950', 'summary': 'A country.', 'basis': 'background',"
      "            'why': 'Needed to place it.', 'cites': [{'source': 'paper', 'locator': '1'}]},"
      "           {'id': 'b', 'name': 'Bland', 'kind': 'state'},"
      "           {'id': 'p', 'name': 'Pat Person', 'kind': 'person', 'part_of': 'a'},"
      "           {'id': 'h', 'name': 'Hypothetica', 'kind': 'state', 'scenarios': ['s']}],"
      "'pairs': [{'between': ['a', 'b'], 'summary': 'Old neighbours.'}],"
      "'relations': [{'id': 'war', 'from': 'a', 'to': 'b', 'kind': 'war', 'label': 'The war', 'stance': -1,"
      "               'when': '1990/1995', 'events': ['attack']},"
      "              {'id': 'peace', 'from': 'a', 'to': 'b', 'kind': 'trade', 'label': 'The peace', 'stance': 0.5,"
      "               'when': '1996/..', 'when_text': 'ever since', 'basis': 'reading', 'why': 'Nobody says war.'},"
      "              {'id': 'union', 'from': 'a', 'to': 'b', 'kind': 'alliance', 'label': 'The union', 'stance': 1,"
      "               'scenarios': ['s']}],"
      "'events': [{'id': 'attack', 'title': 'The attack', 'when': '1990-02-03', 'actors': ['a', 'b'], 'place': 'town',"
      "            'cites': [{'source': 'paper', 'locator': '1'},"
      "                      {'source': 'book', 'for': 'when', 'note': 'The paper gives no date.'}]},"
      "           {'id': 'rumour', 'title': 'The rumour', 'actors': ['a']}],"
      "'claims': [{'id': 'thesis', 'kind': 'thesis', 'text': 'They should talk.', 'by': 'p'},"
      "           {'id': 'cheap', 'kind': 'forecast', 'text': 'Talking will be cheap.', 'label': 'Cheap talk', 'by': 'p',"
      "            'about': ['a+b', 'attack'], 'credence': 0.7, 'why': 'Talk is.'},"
      "           {'id': 'grudge', 'kind': 'objection', 'text': 'The grudge is old.', 'about': ['war']},"
      "           {'id': 'amends', 'kind': 'claim', 'text': 'Amends were made.'}],"
      "'inferences': [{'id': 'i1', 'kind': 'supports', 'from': ['cheap', 'amends'], 'to': 'thesis', 'weight': 0.8,"
      "                'scheme': 'practical reasoning', 'why': 'It follows.'},"
      "               {'id': 'i2', 'kind': 'attacks', 'from': ['grudge'], 'to': 'thesis'},"
      "               {'id': 'i3', 'kind': 'undercuts', 'from': ['amends'], 'to': 'i2'}],"
      "'scenarios': [{'id': 's', 'title': 'Suppose', 'summary': 'That it is so.', 'assume': {'cheap': 0.9}}],"
      "'briefing': {'title': 'B', 'stops': [{'id': 'stop', 'headline': 'A stop', 'text': 'For all.', 'stage': 'map',"
      "                                      'select': ['a']}]}}";

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  DemDossier *dossier;
  DemFocus *focus;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');

  f->dossier = open_text (json);
  f->focus = dem_focus_new ();
  dem_focus_open (f->focus, f->dossier);
  f->page = dem_details_page_new ();
  dem_details_page_set_focus (DEM_DETAILS_PAGE (f->page), f->focus);
  f->window = show_in_window (f->page);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  settle ();
  g_assert_finalize_object (f->focus);
  g_object_unref (f->dossier);
}

static void
select_id (Fixture *f, const char *id)
{
  dem_focus_select (f->focus, find_item (f->dossier, id));
  settle ();
}

static void
assert_selection (Fixture *f, const char *ids)
{
  guint n = 0;
  const DemRef *selection = dem_focus_get_selection (f->focus, &n);

  assert_refs (f->dossier, selection, n, ids);
}

static gboolean
is_row_called (GtkWidget *widget, gconstpointer label)
{
  g_autofree char *fault = NULL;

  if (!GTK_IS_LIST_BOX_ROW (widget))
    return FALSE;
  fault = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, NULL);
  return fault == NULL;
}

/* What the page has to show and what rows it has to have for an item; "" selects nothing. Texts are parted by bars. */
static const struct
{
  const char *id;
  const char *texts;
  const char *rows;
} pages[] = {
  { "", "The Question|Asked by few|What it is about.|A Maker|4 actors, 2 events, 4 claims|15 Jun 2020",
    "They should talk., starting value 0.10|[1], A Paper, Ann Writer, 1 May 2019|Suppose" },
  { "a", "Aland|State, 1950|Republic of Aland|The North, A.|A country.|added by the maker|Why: Needed to place it.",
    "Friendly, Bland, The peace|Pat Person, Person|The attack, 3 Feb 1990|The rumour, undated|Town" },
  { "p", "Pat Person|Person|Part of|Claims it makes", "Aland, State|Cheap talk, starting value 0.70" },
  { "h", "Hypothetica|Exists only in the scenario “Suppose”.|Show This Scenario", "" },
  { "a+b", "Aland – Bland|Relation between states, Friendly|Old neighbours.|3, latest first|2 rest on it|1 between the two",
    "Friendly, The peace, ever since|Hostile, The war, 1990 – 1995|for, Cheap talk, starting value 0.70|"
    "against, The grudge is old., starting value 0.50|If …, The union, only in a scenario" },
  { "war", "The war|War, 1990 – 1995|Hostile, -1.00|What began or changed it",
    "The attack, 3 Feb 1990|Friendly, Aland – Bland, The peace|against, The grudge is old., starting value 0.50" },
  { "peace", "The peace|Trade, ever since|our reading|Why: Nobody says war.", "Bland, State" },
  { "attack", "The attack|Event, 3 Feb 1990|date:|The paper gives no date.",
    "Aland, State|Town|Hostile, The war, 1990 – 1995|for, Cheap talk, starting value 0.70" },
  { "rumour", "The rumour|Event, undated", "Aland, State" },
  { "cheap", "Cheap talk|Forecast, by Pat Person|Talking will be cheap.|0.70|Why: Talk is.|What it bears on|About",
    "for, They should talk., starting value 0.10|for, Cheap talk & Amends were made. → They should talk., 5 open questions|Suppose|"
    "Pat Person, Person" },
  { "thesis", "They should talk.|Thesis, by Pat Person|0.10|by default|Reasons for it|Reasons against it",
    "for, Cheap talk, starting value 0.70|for, Amends were made., starting value 0.50|"
    "against, The grudge is old., starting value 0.50" },
  { "amends", "Amends were made.|Claim", "breaks the link, Amends were made. ⊗ The grudge is old." },
  { "i1", "A reason for|argument from practical reasoning|0.80|Critical questions|5, 0 answered|only together|Why: It follows.",
    "Cheap talk, starting value 0.70|They should talk., starting value 0.10" },
  { "i2", "A reason against|What breaks its link", "breaks the link, Amends were made. ⊗ The grudge is old." },
  { "paper/1", "Paragraph 1|A Paper|First words.|2 items are taken from this paragraph.",
    "[1], A Paper, Ann Writer, 1 May 2019|The attack, 3 Feb 1990|Aland, State" },
  { "paper", "A Paper|Ann Writer|The Journal, 1 May 2019|2, in our words", "¶1, First words.|¶2, Second words." },
  { "book", "A Book", "The attack, 3 Feb 1990" },
  { "town", "Town|Place|10.50° S, 20.25° E|ZA", "Aland, State|The attack, 3 Feb 1990" },
  { "s", "Suppose|Scenario|That it is so.|Show This Scenario|only in such a scenario",
    "Cheap talk, assumed 0.90 in the scenario|Hypothetica, State, only in a scenario" },
  { "stop", "A stop|For all.", "Aland, State" },
};

static void
test_page (Fixture *f, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (GStrv) texts = g_strsplit (pages[i].texts, "|", -1);
  g_auto (GStrv) rows = g_strsplit (pages[i].rows, "|", -1);

  if (*pages[i].id != '\0')
    select_id (f, pages[i].id);
  for (guint j = 0; texts[j] != NULL; j++)
    if (!shows (f->page, texts[j]))
      g_error ("“%s” does not show “%s”", pages[i].id, texts[j]);
  for (guint j = 0; rows[j] != NULL; j++)
    if (find_widget (f->page, is_row_called, rows[j]) == NULL)
      g_error ("“%s” has no row “%s”", pages[i].id, rows[j]);
}

static GtkWidget *
find_row (Fixture *f, const char *label)
{
  GtkWidget *row = find_widget (f->page, is_row_called, label);

  g_assert_nonnull (row);
  return row;
}

static void
activate_row (Fixture *f, const char *label)
{
  gtk_widget_activate (find_row (f, label));
  settle ();
}

static void
test_links (Fixture *f, gconstpointer data)
{
  select_id (f, "a");
  activate_row (f, "Friendly, Bland, The peace");
  assert_selection (f, "a+b");
  activate_row (f, "Hostile, The war, 1990 – 1995");
  assert_selection (f, "war");
  activate_row (f, "The attack, 3 Feb 1990");
  assert_selection (f, "attack");
  click (find_link (f->page, "¶1"));
  assert_selection (f, "paper/1");
  activate_row (f, "[1], A Paper, Ann Writer, 1 May 2019");
  assert_selection (f, "paper");
  dem_focus_go_back (f->focus);
  settle ();
  g_assert_true (shows (f->page, "Paragraph 1"));
  dem_focus_go_back (f->focus);
  dem_focus_go_back (f->focus);
  settle ();
  g_assert_true (shows (f->page, "The war"));
  dem_focus_go_forward (f->focus);
  settle ();
  g_assert_true (shows (f->page, "Event, 3 Feb 1990"));
}

/* The title is a heading; the keyboard, when it was in the page, goes to the new one. */
static void
test_heading (Fixture *f, gconstpointer data)
{
  GtkWidget *title, *row;

  select_id (f, "a");
  title = gtk_widget_get_parent (find_widget (f->page, is_text, "Aland"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_widget (f->page, is_text, "Relations")),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
  row = find_row (f, "Pat Person, Person");
  gtk_widget_grab_focus (row);
  activate_row (f, "Pat Person, Person");
  title = gtk_widget_get_parent (find_widget (f->page, is_text, "Pat Person"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == title);
}

static void
test_current_phase (Fixture *f, gconstpointer data)
{
  select_id (f, "a+b");
  g_assert_true (gtk_widget_has_css_class (find_widget (f->page, is_text, "The peace"), "dem-strong"));
  g_assert_false (gtk_widget_has_css_class (find_widget (f->page, is_text, "The war"), "dem-strong"));
  dem_focus_set_period (f->focus, (DemPeriod){ dem_day_from_date (1991, 1, 1), dem_day_from_date (1993, 1, 1) });
  settle ();
  g_assert_true (gtk_widget_has_css_class (find_widget (f->page, is_text, "The war"), "dem-strong"));
  g_assert_true (shows (f->page, "Relation between states, Hostile"));
}

static void
test_period (Fixture *f, gconstpointer data)
{
  select_id (f, "a");
  dem_focus_set_period (f->focus, (DemPeriod){ dem_day_from_date (2000, 1, 1), dem_day_from_date (2001, 1, 1) });
  settle ();
  g_assert_null (find_widget (f->page, is_row_called, "The attack, 3 Feb 1990"));
  g_assert_nonnull (find_widget (f->page, is_row_called, "The rumour, undated"));
  activate_row (f, "Show 1 outside the period");
  g_assert_nonnull (find_widget (f->page, is_row_called, "The attack, 3 Feb 1990"));
  g_assert_null (find_widget (f->page, is_row_called, "Show 1 outside the period"));
}

static void
test_scenario (Fixture *f, gconstpointer data)
{
  guint32 scenario = index_of (f->dossier, "s");

  select_id (f, "h");
  click (find_widget (f->page, is_button, "Show This Scenario"));
  g_assert_cmpuint (dem_focus_get_scenario (f->focus), ==, scenario);
  g_assert_null (find_widget (f->page, is_button, "Show This Scenario"));
  assert_selection (f, "h");
  select_id (f, "cheap");
  g_assert_true (shows (f->page, "assumed 0.90 in the scenario"));
  select_id (f, "s");
  click (find_widget (f->page, is_button, "Leave This Scenario"));
  g_assert_cmpuint (dem_focus_get_scenario (f->focus), ==, DEM_NO_INDEX);
  g_assert_nonnull (find_widget (f->page, is_button, "Show This Scenario"));
}

static void
test_several (Fixture *f, gconstpointer data)
{
  select_id (f, "a");
  dem_focus_toggle (f->focus, find_item (f->dossier, "attack"));
  settle ();
  g_assert_true (shows (f->page, "2 selected"));
  activate_row (f, "The attack, 3 Feb 1990");
  assert_selection (f, "attack");
}

/* Only addresses that a browser or mail program opens are links. */
static void
test_addresses (Fixture *f, gconstpointer data)
{
  GType type = GTK_TYPE_LINK_BUTTON;

  select_id (f, "paper");
  g_assert_nonnull (find_widget (f->page, has_type, &type));
  select_id (f, "book");
  g_assert_null (find_widget (f->page, has_type, &type));
}

#define MANY 1000

/* A thousand events are not a thousand widgets. */
static void
test_many (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) json = g_string_new ("{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x:y\","
                                           "\"title\": \"T\", \"actors\": [{\"id\": \"a\", \"name\": \"A\","
                                           "\"kind\": \"state\"}], \"events\": [");
  g_autoptr (DemDossier) many = NULL;
  GType type = DEM_TYPE_DETAILS_ROW;

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (json, "%s{\"id\": \"e%u\", \"title\": \"Event %u\", \"actors\": [\"a\"]}", i > 0 ? "," : "", i,
                            i);
  g_string_append (json, "]}");
  many = open_text (json->str);
  dem_focus_open (f->focus, many);
  dem_focus_select (f->focus, DEM_REF (ACTOR, 0));
  settle ();
  g_assert_true (shows (f->page, "1000"));
  g_assert_cmpuint (count_widgets (f->page, has_type, &type), ==, 12);
  activate_row (f, "Show 100 more");
  g_assert_cmpuint (count_widgets (f->page, has_type, &type), ==, 112);
  for (guint i = 0; i < 8; i++)
    activate_row (f, "Show 100 more");
  activate_row (f, "Show 88 more");
  g_assert_cmpuint (count_widgets (f->page, has_type, &type), ==, MANY);
}

static gboolean
is_title (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "title-2") && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
}

/* Every item of a bundled dossier, with and without a scenario, opens without a warning and has a title. */
static void
test_bundled (Fixture *f, gconstpointer name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "../data/dossiers", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DemLoader) loader = dem_loader_new (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (DemDossier) dossier = dem_loader_load (loader, NULL, &error);
  guint n_opened = 0;

  g_assert_no_error (error);
  dem_focus_open (f->focus, dossier);
  for (DemKind kind = DEM_KIND_SOURCE; kind < DEM_N_KINDS; kind++)
    for (guint32 i = 0; i < dem_dossier_count (dossier, kind); i++)
      {
        dem_focus_set_scenario (f->focus, i % 2 == 0 ? DEM_NO_INDEX : 0);
        dem_focus_select (f->focus, (DemRef){ kind, i });
        while (g_main_context_iteration (NULL, FALSE))
          ;
        if (find_widget (f->page, is_title, NULL) == NULL || find_widget (f->page, is_text, "") != NULL)
          g_error ("%s has no title or an empty text", dem_dossier_get_item (dossier, (DemRef){ kind, i })->id);
        n_opened++;
      }
  g_assert_cmpuint (n_opened, >, 100);
}

/* ---- Critical questions ---- */

static gboolean
is_question (GtkWidget *widget, gconstpointer data)
{
  return DEM_IS_QUESTION_ROW (widget);
}

static void
type (GtkWidget *root, const char *typed)
{
  GType type = GTK_TYPE_TEXT_VIEW;
  GtkWidget *view = find_widget (root, has_type, &type);

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), typed, -1);
}

static void
test_answer (Fixture *f, gconstpointer data)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:x:y");
  GtkWidget *row;

  dem_details_page_set_notebook (DEM_DETAILS_PAGE (f->page), notebook);
  select_id (f, "i1");
  g_assert_true (shows (f->page, "5, 0 answered"));
  row = find_widget (f->page, is_question, NULL);
  dem_question_row_edit (DEM_QUESTION_ROW (row));
  settle ();
  type (row, "There are none.");

  /* The page waits while somebody writes, whatever else changes… */
  dem_focus_set_scenario (f->focus, 0);
  settle ();
  g_assert_true (gtk_widget_is_ancestor (row, f->page));
  g_assert_null (dem_notebook_get_answer (notebook, "i1", 1));

  /* …and what was typed is kept when it goes, even at once. */
  select_id (f, "a");
  g_assert_cmpstr (dem_notebook_get_answer (notebook, "i1", 1), ==, "There are none.");
  select_id (f, "i1");
  g_assert_true (shows (f->page, "5, 1 answered"));
  g_assert_true (shows (f->page, "There are none."));
  g_assert_nonnull (find_widget (f->page, is_row_called,
                                 "Are there other goals that this step gets in the way of? answered There are none."));
  dem_undo_undo (dem_notebook_get_undo (notebook));
  settle ();
  g_assert_true (shows (f->page, "5, 0 answered"));
  g_assert_false (shows (f->page, "There are none."));
}

/* A pause is enough; undo reaches an open editor. */
static void
test_pause (Fixture *f, gconstpointer data)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:x:y");
  GType type_of_view = GTK_TYPE_TEXT_VIEW;
  GtkTextIter start, end;
  GtkTextBuffer *buffer;
  GtkWidget *row;
  g_autofree char *left = NULL;

  dem_details_page_set_notebook (DEM_DETAILS_PAGE (f->page), notebook);
  select_id (f, "i1");
  row = find_widget (f->page, is_question, NULL);
  dem_question_row_edit (DEM_QUESTION_ROW (row));
  type (row, "One.");
  g_usleep (1100000);
  settle ();
  g_assert_cmpstr (dem_notebook_get_answer (notebook, "i1", 1), ==, "One.");
  type (row, "One. Two.");
  g_usleep (1100000);
  settle ();
  dem_undo_undo (dem_notebook_get_undo (notebook));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (row, has_type, &type_of_view)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  left = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (left, ==, "One.");
}

/* Without a notebook questions are read only; without a known kind of reasoning there are none. */
static void
test_no_answer (Fixture *f, gconstpointer data)
{
  GtkWidget *row;

  select_id (f, "i1");
  row = find_widget (f->page, is_question, NULL);
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  dem_question_row_edit (DEM_QUESTION_ROW (row));
  g_assert_true (gtk_widget_is_ancestor (row, f->page));
  select_id (f, "i2");
  g_assert_null (find_widget (f->page, is_question, NULL));
}

/* With strengths at hand a claim and a step say why they are as strong as they are, and rows say how strong. */
static void
test_strengths (Fixture *f, gconstpointer data)
{
  g_autoptr (DemEvaluator) evaluator = dem_evaluator_new ();
  const DemAssumption rejected = { find_item (f->dossier, "cheap").index, DEM_STRENGTH_REJECTED };

  dem_details_page_set_evaluator (DEM_DETAILS_PAGE (f->page), evaluator);
  dem_evaluator_set (evaluator, f->dossier, NULL);
  select_id (f, "thesis");
  g_assert_true (shows (f->page, "Strength 0.13"));
  g_assert_nonnull (find_widget (f->page, is_row_called, "for, Cheap talk, strength 0.70"));
  dem_evaluator_set (evaluator, f->dossier, &(DemWhatIf){ DEM_NO_INDEX, 1, 0, &rejected, NULL });
  settle ();
  g_assert_true (shows (f->page, "Strength 0.08; without the what-if 0.13"));
  g_assert_nonnull (find_widget (f->page, is_row_called, "for, Cheap talk, strength 0.05, was 0.70, set by you"));
  select_id (f, "i1");
  g_assert_true (shows (f->page, "It needs all of its premises: their strengths are multiplied with each other and with its "
                                 "weight, 0.80, less what breaks the link."));
  g_object_run_dispose (G_OBJECT (evaluator));
  dem_details_page_set_evaluator (DEM_DETAILS_PAGE (f->page), NULL);
  settle ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/details-page/of/%s", *pages[i].id != '\0' ? pages[i].id : "nothing");
      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_page, tear_down);
    }
#define ADD(name, data, function) g_test_add ("/details-page/" name, Fixture, data, set_up, function, tear_down)
  ADD ("answer", NULL, test_answer);
  ADD ("pause", NULL, test_pause);
  ADD ("no-answer", NULL, test_no_answer);
  ADD ("links", NULL, test_links);
  ADD ("heading", NULL, test_heading);
  ADD ("current-phase", NULL, test_current_phase);
  ADD ("period", NULL, test_period);
  ADD ("scenario", NULL, test_scenario);
  ADD ("strengths", NULL, test_strengths);
  ADD ("several", NULL, test_several);
  ADD ("addresses", NULL, test_addresses);
  ADD ("many", NULL, test_many);
  ADD ("bundled/north-korea", "north-korea-2020.dossier.json", test_bundled);
  ADD ("bundled/panama", "panama-canal-1978.dossier.json", test_bundled);
  return g_test_run ();
}
