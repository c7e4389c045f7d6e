using Pannier.Core.Http;

namespace Pannier.Modules.Sessions;

/// <param name="After">The last event already shown; null for the newest.</param>
internal sealed record LogInput(EventId? After) : IInput<LogInput>
{
    public static LogInput Read(Fields fields) => new(fields.Maybe("after", EventId.Read));
}
