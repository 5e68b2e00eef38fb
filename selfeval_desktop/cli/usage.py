"""How the commands are written: click's help and its complaints about wrong usage, in our words."""

import click

from selfeval_desktop.wording import commands


class _UnknownCommand(click.UsageError):
    """There is no command of that name."""


class _Command(click.Command):
    def get_help(self, ctx: click.Context) -> str:
        return commands.usage_of_command(str(self.name))


class CommandGroup(click.Group):
    """The program's commands, with help and complaints of its own."""

    command_class = _Command

    def get_help(self, ctx: click.Context) -> str:
        return commands.usage_of_all_commands()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        command = super().get_command(ctx, cmd_name)
        if command is None:
            raise _UnknownCommand(cmd_name)
        return command


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
