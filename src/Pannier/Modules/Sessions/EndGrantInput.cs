using Pannier.Core.Http;

namespace Pannier.Modules.Sessions;

/// <param name="Grant">Its id, which has the form of an event's.</param>
internal sealed record EndGrantInput(EventId Grant) : IInput<EndGrantInput>
{
    public static EndGrantInput Read(Fields fields) => new(fields.One("grant", EventId.Read));
}
