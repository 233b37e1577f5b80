"""Every quiz so far is the final one of its course, as the default says."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0017_pathways"),
    ]

    operations = [
        migrations.AddField(
            model_name="quiz",
            name="kind",
            field=models.CharField(
                choices=[("final", "Final quiz"), ("formative", "Practice quiz")],
                default="final",
                help_text="Passing the final quiz gives the certificate: one a course. Practice never counts, and a course may have several.",
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="quiz",
            name="course",
            field=models.ForeignKey(
                help_text="People find the quiz on the page of this course.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="quizzes",
                to="courses.coursepage",
                verbose_name="course",
            ),
        ),
        migrations.AlterField(
            model_name="quiz",
            name="pass_mark",
            field=models.PositiveSmallIntegerField(
                default=80,
                help_text="Per cent of the marks, such as 80. Practice is never passed.",
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(100),
                ],
                verbose_name="pass mark",
            ),
        ),
        migrations.AddConstraint(
            model_name="quiz",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "final")),
                fields=("course",),
                name="one_final_quiz_per_course",
                violation_error_message="This course has its final quiz already.",
            ),
        ),
    ]
