using Pannier.Core.Http;
using Pannier.Core.Sessions;

namespace Pannier.Modules.SignIn;

/// <summary>The fields in which somebody at the door says what they wish for this browser (<see cref="WishFields"/>).</summary>
internal static class WishTicks
{
    public static Wishes Read(Fields fields) =>
        (fields.Ticked("own") == Tick.On ? Wishes.Device : Wishes.None) | (fields.Ticked("stay") == Tick.On ? Wishes.Stay : Wishes.None);
}
