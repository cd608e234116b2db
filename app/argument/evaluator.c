/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/evaluator.h"

#include "app/argument/thesis.h"

/* Arguments with more claims and steps are evaluated on a worker. */
#define LARGE 20000

struct _DemEvaluator
{
  GObject parent_instance;

  DemDossier *dossier; /* nullable */
  guint32 scenario;
  GArray *assumptions; /* DemAssumption */
  GArray *starts;      /* DemAssumption */

  DemEvaluation *evaluation; /* nullable */
  DemEvaluation *before;     /* nullable */
  DemCruxes *cruxes;         /* nullable: while the worker is at it */
  guint32 target;
  GCancellable *cancellable; /* nullable: of the worker */
};

G_DEFINE_FINAL_TYPE (DemEvaluator, dem_evaluator, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CRUXES_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- What the target hangs on ---- */

static void
on_cruxes (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DemEvaluator) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DemCruxes) cruxes = dem_cruxes_new_finish (result, &error);

  /* It may have been done just before it was cancelled. */
  if (cruxes == NULL || dem_cruxes_get_evaluation (cruxes) != self->evaluation)
    return;
  self->cruxes = g_steal_pointer (&cruxes);
  g_signal_emit (self, signals[SIGNAL_CRUXES_CHANGED], 0);
}

static void
cancel (DemEvaluator *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->cruxes, dem_cruxes_unref);
}

static void
ask_for_cruxes (DemEvaluator *self)
{
  if (self->target == DEM_NO_INDEX)
    return;
  self->cancellable = g_cancellable_new ();
  dem_cruxes_new_async (self->evaluation, self->target, self->cancellable, on_cruxes, g_object_ref (self));
}

/* ---- Strengths ---- */

/* What is asked for, and what comes of it. Free of the evaluator, so that a worker may have it. */
typedef struct
{
  DemDossier *dossier;
  guint32 scenario;
  GArray *assumptions;
  GArray *starts;
  DemEvaluation *before; /* nullable: to be made */
  DemEvaluation *evaluation;
  guint32 target;
} Job;

static GArray *
copy_assumptions (const DemAssumption *assumptions, guint n)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (DemAssumption), n);

  if (n > 0)
    g_array_append_vals (copy, assumptions, n);
  return copy;
}

static gboolean
is_nothing (guint32 scenario, GArray *assumptions, GArray *starts)
{
  return scenario == DEM_NO_INDEX && assumptions->len == 0 && starts->len == 0;
}

static Job *
job_new (DemEvaluator *self)
{
  Job *job = g_new0 (Job, 1);

  job->dossier = g_object_ref (self->dossier);
  job->scenario = self->scenario;
  job->assumptions = g_array_ref (self->assumptions);
  job->starts = g_array_ref (self->starts);
  if (self->before != NULL)
    job->before = dem_evaluation_ref (self->before);
  return job;
}

static void
job_free (Job *job)
{
  g_clear_object (&job->dossier);
  g_array_unref (job->assumptions);
  g_array_unref (job->starts);
  g_clear_pointer (&job->before, dem_evaluation_unref);
  g_clear_pointer (&job->evaluation, dem_evaluation_unref);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
job_run (Job *job)
{
  const DemWhatIf what_if = {
    .scenario = job->scenario,
    .n_assumptions = job->assumptions->len,
    .n_starts = job->starts->len,
    .assumptions = (const DemAssumption *) job->assumptions->data,
    .starts = (const DemAssumption *) job->starts->data,
  };

  if (job->before == NULL)
    job->before = dem_evaluation_new (job->dossier, NULL);
  job->evaluation = is_nothing (job->scenario, job->assumptions, job->starts)
                        ? dem_evaluation_ref (job->before)
                        : dem_evaluation_new (job->dossier, &what_if);
  job->target = dem_evaluation_get_thesis (job->evaluation);
  if (job->target == DEM_NO_INDEX)
    job->target = dem_thesis_find_candidate (job->dossier, job->scenario);
}

static void
take_result (DemEvaluator *self, Job *job)
{
  g_clear_pointer (&self->before, dem_evaluation_unref);
  g_clear_pointer (&self->evaluation, dem_evaluation_unref);
  self->before = g_steal_pointer (&job->before);
  self->evaluation = g_steal_pointer (&job->evaluation);
  self->target = job->target;
  ask_for_cruxes (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  job_run (data);
  g_task_return_boolean (task, TRUE);
}

static void
on_worked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DemEvaluator) self = data;

  if (g_task_propagate_boolean (G_TASK (result), NULL))
    take_result (self, g_task_get_task_data (G_TASK (result)));
}

static void
run_on_worker (DemEvaluator *self, Job *job)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_worked, g_object_ref (self));
  g_task_set_source_tag (task, run_on_worker);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, work);
}

static void
evaluate (DemEvaluator *self)
{
  g_autoptr (Job) job = job_new (self);
  guint n = dem_dossier_count (self->dossier, DEM_KIND_CLAIM)
            + dem_dossier_count (self->dossier, DEM_KIND_INFERENCE);

  if (n > LARGE)
    {
      run_on_worker (self, g_steal_pointer (&job));
      return;
    }
  job_run (job);
  take_result (self, job);
}

/* ---- The object ---- */

static void
forget (DemEvaluator *self)
{
  g_clear_pointer (&self->evaluation, dem_evaluation_unref);
  g_clear_pointer (&self->before, dem_evaluation_unref);
  self->target = DEM_NO_INDEX;
}

static void
dem_evaluator_dispose (GObject *object)
{
  DemEvaluator *self = DEM_EVALUATOR (object);

  cancel (self);
  forget (self);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->assumptions, g_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);

  G_OBJECT_CLASS (dem_evaluator_parent_class)->dispose (object);
}

static void
dem_evaluator_class_init (DemEvaluatorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_evaluator_dispose;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", DEM_TYPE_EVALUATOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CRUXES_CHANGED] = g_signal_new ("cruxes-changed", DEM_TYPE_EVALUATOR, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dem_evaluator_init (DemEvaluator *self)
{
  self->scenario = DEM_NO_INDEX;
  self->target = DEM_NO_INDEX;
  self->assumptions = copy_assumptions (NULL, 0);
  self->starts = copy_assumptions (NULL, 0);
}

DemEvaluator *
dem_evaluator_new (void)
{
  return g_object_new (DEM_TYPE_EVALUATOR, NULL);
}

static gboolean
is_same (GArray *assumptions, const DemAssumption *others, guint n)
{
  if (assumptions->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const DemAssumption *own = &g_array_index (assumptions, DemAssumption, i);

      if (own->claim != others[i].claim || own->strength != others[i].strength)
        return FALSE;
    }
  return TRUE;
}

void
dem_evaluator_set (DemEvaluator *self, DemDossier *dossier, const DemWhatIf *what_if)
{
  static const DemWhatIf nothing = { .scenario = DEM_NO_INDEX };
  gboolean other_dossier;

  g_return_if_fail (DEM_IS_EVALUATOR (self));
  g_return_if_fail (dossier == NULL || DEM_IS_DOSSIER (dossier));

  if (what_if == NULL || dossier == NULL)
    what_if = &nothing;
  other_dossier = dossier != self->dossier;
  if (!other_dossier && self->scenario == what_if->scenario
      && is_same (self->assumptions, what_if->assumptions, what_if->n_assumptions)
      && is_same (self->starts, what_if->starts, what_if->n_starts))
    return;

  cancel (self);
  g_array_unref (self->assumptions);
  g_array_unref (self->starts);
  self->scenario = what_if->scenario;
  self->assumptions = copy_assumptions (what_if->assumptions, what_if->n_assumptions);
  self->starts = copy_assumptions (what_if->starts, what_if->n_starts);
  g_set_object (&self->dossier, dossier);
  if (other_dossier)
    {
      gboolean had = self->evaluation != NULL;

      forget (self);
      if (had)
        g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  if (dossier != NULL)
    evaluate (self);
}

DemEvaluation *
dem_evaluator_get_evaluation (DemEvaluator *self)
{
  g_return_val_if_fail (DEM_IS_EVALUATOR (self), NULL);

  return self->evaluation;
}

DemEvaluation *
dem_evaluator_get_before (DemEvaluator *self)
{
  g_return_val_if_fail (DEM_IS_EVALUATOR (self), NULL);

  return self->before;
}

gboolean
dem_evaluator_has_what_if (DemEvaluator *self)
{
  g_return_val_if_fail (DEM_IS_EVALUATOR (self), FALSE);

  return !is_nothing (self->scenario, self->assumptions, self->starts);
}

guint32
dem_evaluator_get_target (DemEvaluator *self)
{
  g_return_val_if_fail (DEM_IS_EVALUATOR (self), DEM_NO_INDEX);

  return self->target;
}

DemCruxes *
dem_evaluator_get_cruxes (DemEvaluator *self)
{
  g_return_val_if_fail (DEM_IS_EVALUATOR (self), NULL);

  return self->cruxes;
}
