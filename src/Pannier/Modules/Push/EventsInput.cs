using Pannier.Core.Accounts;
using Pannier.Core.Http;

namespace Pannier.Modules.Push;

/// <summary>From where on the browser wants to hear; absent for from now on.</summary>
internal sealed record EventsInput(NewsPlace? After) : IInput<EventsInput>
{
    public static EventsInput Read(Fields fields) => new(fields.Maybe("after", NewsPlace.Read));
}
