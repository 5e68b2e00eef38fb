"""How commands are written: click's help and its complaints about wrong usage, in the language in use."""

from collections.abc import Callable
from pathlib import Path

import click

from selfeval_desktop.bootstrap import ledger_files
from selfeval_desktop.cli.reports import print_complaint
from selfeval_desktop.wording import commands, language, sizes
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP


def _set_language(_context: click.Context, _parameter: click.Parameter, code: str | None) -> None:
    if code is not None:
        language.switch_language(language.SOURCE if code == "zh" else code)


def _warn_of_size_at_end(context: click.Context, _parameter: click.Parameter, ledger: Path) -> Path:
    """Whatever the command does with the ledger: once it is done, say if the ledger is large."""

    def warn_of_size() -> None:
        size = ledger_files().size_of_file(ledger)
        if size.is_large:
            print_complaint(sizes.large_ledger(size))

    context.call_on_close(warn_of_size)
    return ledger


# Whether it can be read is found out, and told in words, where it is read.
FILE_PATH = click.Path(path_type=Path, readable=False)
ledger_argument = click.argument("ledger", type=FILE_PATH, callback=_warn_of_size_at_end)
_language_option = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    expose_value=False,
    is_eager=True,
    callback=_set_language,
    help=QT_TRANSLATE_NOOP("Commands", "用中文或英文显示"),
)
_help_option = click.help_option("--help", help=QT_TRANSLATE_NOOP("Commands", "显示用法"))
form_option = click.option(
    "--form",
    "form_ids",
    metavar="ID",
    type=int,
    multiple=True,
    help=QT_TRANSLATE_NOOP("Commands", "只处理这张表，可以写几次；不写就是全部"),
)
json_option = click.option("--json", "as_json", is_flag=True, help=QT_TRANSLATE_NOOP("Commands", "输出 JSON"))


def common_options(command: Callable[..., object]) -> Callable[..., object]:
    """The options of every command, last in its help."""
    return _language_option(_help_option(command))


class _UnknownCommand(click.UsageError):
    """There is no command of that name."""


class TranslatedCommand(click.Command):
    """click's help in the language in use, made from what the command declares; its help texts are only marked."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Arguments, then options as they are typed, without those of every command (all eager ones)."""
        options = [each for each in self.params if isinstance(each, click.Option) and not each.is_eager]
        arguments = [each for each in self.params if isinstance(each, click.Argument)]
        pieces = [piece for each in arguments for piece in each.get_usage_pieces(ctx)]
        return [*pieces, *(_option_piece(each, ctx) for each in options)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line, which the terminal breaks: a line break inside `[--form ID]` would be hard to read."""
        formatter.write(commands.usage_line(" ".join((ctx.command_path, *self.collect_usage_pieces(ctx)))))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_paragraph(formatter, self.help)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [each for each in self.params if isinstance(each, click.Option)]
        rows = [(_option_as_typed(each, ctx), commands.help_text(each.help or "")) for each in options]
        _write_section(formatter, commands.options_heading(), rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.epilog:
            _write_paragraph(formatter, self.epilog)


class CommandGroup(TranslatedCommand, click.Group):
    """The program's commands in the order in which they are declared."""

    command_class = TranslatedCommand

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [*super().collect_usage_pieces(ctx), self.subcommand_metavar]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How each command is written, then the options that all of them have."""
        rows = [
            (" ".join((name, *command.collect_usage_pieces(ctx))), commands.help_text(command.help or ""))
            for name, command in self.commands.items()
        ]
        _write_section(formatter, commands.commands_heading(), rows)
        super().format_options(ctx, formatter)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        command = super().get_command(ctx, cmd_name)
        if command is None:
            raise _UnknownCommand(cmd_name)
        return command


def _option_piece(option: click.Option, ctx: click.Context) -> str:
    typed = _option_as_typed(option, ctx)
    return (typed if option.required else f"[{typed}]") + ("..." if option.multiple else "")


def _option_as_typed(option: click.Option, ctx: click.Context) -> str:
    """Its name and what follows, such as `--form ID`."""
    record = option.get_help_record(ctx)
    return record[0] if record else ""


def _write_paragraph(formatter: click.HelpFormatter, marked: str | None) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(commands.help_text(marked or ""))


def _write_section(formatter: click.HelpFormatter, heading: str, rows: list[tuple[str, str]]) -> None:
    """As click's own, whose headings end in a colon that is not Chinese."""
    formatter.write_paragraph()
    formatter.write_text(heading)
    with formatter.indentation():
        formatter.write_dl(rows)


def usage_sentence(error: click.ClickException) -> str:
    """click's complaint about how a command is written, in our words."""
    match error:
        case _UnknownCommand():
            return commands.unknown_command(error.message)
        case click.NoSuchOption():
            return commands.unknown_option(error.option_name)
        case click.MissingParameter(param=click.Parameter() as parameter):
            return commands.missing_argument(_parameter_name(parameter))
        case click.BadParameter(param=click.Parameter() as parameter):
            choices = parameter.type.choices if isinstance(parameter.type, click.Choice) else ()
            return commands.bad_value(_parameter_name(parameter), choices)
        case click.BadOptionUsage():
            return commands.missing_value(error.option_name)
        case _:
            return commands.bad_usage()


def _parameter_name(parameter: click.Parameter) -> str:
    """An option as it is typed, an argument in capitals, as in the usage."""
    return parameter.opts[0] if isinstance(parameter, click.Option) else str(parameter.name).upper()
