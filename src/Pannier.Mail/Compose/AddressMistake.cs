namespace Pannier.Mail.Compose;

/// <summary>A piece of a list that is no address.</summary>
/// <param name="Piece">As it was typed, without blanks around.</param>
public sealed record AddressMistake(string Piece, AddressFault Fault);
