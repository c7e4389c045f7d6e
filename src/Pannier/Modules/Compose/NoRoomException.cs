namespace Pannier.Modules.Compose;

/// <summary>The person's storage here is full; nothing was stored.</summary>
internal sealed class NoRoomException() : IOException("the person has no room left");
