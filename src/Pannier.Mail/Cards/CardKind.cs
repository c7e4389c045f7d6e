namespace Pannier.Mail.Cards;

/// <summary>What a sender says in a form that programs read.</summary>
public enum CardKind
{
    Flight,
    Journey,
    Lodging,
    Event,
    Table,
    RentalCar,
    Order,
    Parcel,
    Invoice,

    /// <summary>A vCard.</summary>
    Contact,
}
